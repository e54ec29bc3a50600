import { expect, test } from "vitest";
import { Room } from "./body-room";

test("lets in what fits, in the order in which it was asked for", async () => {
  const room = new Room(10);
  const entered: string[] = [];
  const ask = async (name: string, bytes: number) => {
    const leave = await room.enter(bytes);
    entered.push(name);
    return leave;
  };
  const leaveFirst = await ask("first", 6);
  const large = ask("large", 8);
  const small = ask("small", 1);
  // the small one would fit, and waits behind the large one all the same
  const leaveNone = await Promise.race([small, Promise.resolve(null)]);
  expect(leaveNone).toBeNull();
  expect(entered).toEqual(["first"]);
  leaveFirst();
  const leaves = await Promise.all([large, small]);
  expect(entered).toEqual(["first", "large", "small"]);
  for (const leave of leaves) leave();
  await ask("more than there is", 1_000);
  expect(entered).toHaveLength(4);
});
