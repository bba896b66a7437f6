// The browser's Back and Forward as the wizard's. An entry holds a counter and nothing else.
//
// The wizard's own way is the truth; entries only tell in which direction one went.
// SPDX-License-Identifier: MIT

export class StepHistory {
  private at: number;
  private ignored = 0; // pops that this class caused itself
  private readonly pop = (event: PopStateEvent) => this.popped(event);

  constructor(private readonly onMove: (steps: number) => void) {
    this.at = this.read(history.state);
    // After a reload the walk begins anew: go back to the first entry, so that no dead ones lie before it.
    if (this.at > 0) this.step(-this.at);
    else history.replaceState({ qadam: 0 }, "");
    history.scrollRestoration = "manual";
    addEventListener("popstate", this.pop);
  }

  close(): void {
    removeEventListener("popstate", this.pop);
  }

  forward(): void {
    this.at++;
    history.pushState({ qadam: this.at }, "");
  }

  // The wizard has gone back by its own link.
  back(): void {
    if (this.at > 0) this.step(-1);
  }

  address(url: string): void {
    history.replaceState({ qadam: this.at }, "", url);
  }

  private step(steps: number): void {
    this.at += steps;
    this.ignored++;
    history.go(steps);
  }

  private read(state: unknown): number {
    const at = (state as { qadam?: unknown } | null)?.qadam;
    return typeof at === "number" ? at : 0;
  }

  private popped(event: PopStateEvent): void {
    const before = this.at;
    this.at = this.read(event.state);
    if (this.ignored > 0) this.ignored--;
    else if (this.at !== before) this.onMove(this.at - before);
  }
}
