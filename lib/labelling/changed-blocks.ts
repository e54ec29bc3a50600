import { type BlockChange, markChanges } from "@/lib/calls/mark-changes";
import type { Message } from "@/lib/calls/call";
import { messageBlocks } from "@/lib/calls/message-blocks";
import type { ShownMessage } from "@/lib/calls/shown-message";

/**
 * What the last input of a call has that the last input of the call before did not have, block by
 * block. Blocks are compared in their places.
 *
 * @returns null when there is nothing to compare, or nothing in common that would make a mark say something
 */
export function changedBlocks(
  lastInput: ShownMessage | null,
  before: Message | null,
): BlockChange[] | null {
  if (!lastInput?.blocks || before === null || before.role !== lastInput.role) return null;
  const old = messageBlocks(before);
  const changes = lastInput.blocks.map((block, index) => {
    const other = old[index];
    return other?.kind === block.kind ? markChanges(other.text, block.text) : null;
  });
  if (changes.every((change) => change === null)) return null;
  return changes.map((change) => change ?? []);
}
