import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { QUEUE_ORDERS, type QueueOrder } from "@/lib/labelling/lease";

const ORDER_WORDS: Readonly<Record<QueueOrder, string>> = {
  random: "At random",
  cluster: "By cluster",
};

/** The order of the queue, one's own labels, and the draws. */
export function LabelActions(props: {
  base: string;
  draw: number;
  order: QueueOrder;
  onOrder: (order: QueueOrder) => void;
}) {
  return (
    <>
      <fieldset aria-label="Order of the items" className="hidden items-center gap-0.5 sm:flex">
        {QUEUE_ORDERS.map((order) => (
          <Button
            key={order}
            size="sm"
            variant={order === props.order ? "secondary" : "ghost"}
            aria-pressed={order === props.order}
            onClick={() => props.onOrder(order)}
          >
            {ORDER_WORDS[order]}
          </Button>
        ))}
      </fieldset>
      <ButtonLink size="sm" href={`${props.base}/label/mine?draw=${props.draw}`}>
        Your labels
      </ButtonLink>
      <ButtonLink size="sm" href={`${props.base}/label/draw`}>
        Draws
      </ButtonLink>
    </>
  );
}
