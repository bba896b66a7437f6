import assert from "node:assert/strict";
import { test } from "node:test";
import { download } from "./download.ts";

test("a file is handed over under its name, from a Blob of the page's own, and leaves no link behind", async (t) => {
  t.mock.timers.enable(["setTimeout"]);
  const made: Blob[] = [];
  const revoked: string[] = [];
  t.mock.method(URL, "createObjectURL", (blob: Blob) => `blob:${made.push(blob)}`);
  t.mock.method(URL, "revokeObjectURL", (url: string) => revoked.push(url));
  const pressed: string[] = [];
  const here = new Set<object>();
  const link = {
    href: "",
    download: "",
    hidden: false,
    click: () => pressed.push(`${here.size} ${link.href} ${link.download}`),
    remove: () => here.delete(link),
  };
  const near = { ownerDocument: { createElement: () => link }, append: (child: object) => here.add(child) };
  const file = { name: "qadam.ics", type: "text/calendar;charset=utf-8", text: "BEGIN:VCALENDAR\r\n" };
  download(file, near as unknown as HTMLElement);
  download(file, near as unknown as HTMLElement); // as often as one likes
  assert.deepEqual(pressed, ["1 blob:1 qadam.ics", "1 blob:2 qadam.ics"]);
  assert.equal(await made[0]!.text(), file.text);
  assert.equal(here.size, 0);
  assert.equal(revoked.length, 0);
  t.mock.timers.tick(60_000);
  assert.equal(revoked.length, 2);
});
