import assert from "node:assert/strict";
import { test } from "node:test";
import { noDate } from "./dates.ts";
import { Typing } from "./typing.ts";

function begin() {
  const sent: unknown[][] = [];
  return { sent, typing: new Typing((...answer) => sent.push(answer)) };
}

test("a text is sent once, when its field is left", () => {
  const { sent, typing } = begin();
  typing.draft("a", "1");
  typing.draft("a", "12");
  assert.deepEqual(sent, []);
  typing.commit("a");
  typing.commit("a");
  assert.deepEqual(sent, [["a", 4, "12"]]);
});

test("all that is being typed is sent before an action", () => {
  const { sent, typing } = begin();
  typing.draft("a", "1");
  typing.draft("b", "2");
  typing.commitAll();
  assert.deepEqual(sent, [
    ["a", 4, "1"],
    ["b", 4, "2"],
  ]);
  assert.equal(typing.drafts.size, 0);
});

test("an emptied field and a date without parts are unanswered", () => {
  const { sent, typing } = begin();
  typing.draft("a", "");
  typing.draft("b", noDate);
  typing.commitAll();
  assert.deepEqual(sent, [
    ["a", 0, ""],
    ["b", 0, ""],
  ]);
});

test("a file that cannot be read is told as empty, a removed one as unanswered", async () => {
  const { sent, typing } = begin();
  const file = {
    name: "a.pdf",
    size: 3,
    arrayBuffer: () => Promise.reject(new Error("gone")),
  } as unknown as File;
  await typing.choose("f", file);
  await typing.choose("f", null);
  assert.deepEqual(sent, [
    ["f", 4, `${"0".repeat(64)} 0 other a.pdf`],
    ["f", 0, ""],
  ]);
});
