"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { toast } from "sonner";
import { LabelSkeleton } from "@/components/label/label-skeleton";
import { Page } from "@/components/shell/page";
import type { QueueOrder } from "@/lib/labelling/lease";
import { LabelActions } from "./_components/label-actions";
import { Sitting } from "./sitting";
import { useLeave } from "./use-leave";
import { isSpent, type LabelData } from "./use-sitting";

/** One decision at a time. What comes back from the browser's history is asked for anew. */
export function LabelScreen({ slug, data }: { slug: string; data: LabelData }) {
  const base = `/w/${slug}`;
  const { number } = data.draw;
  const router = useRouter();
  const spent = isSpent(data.token);
  useEffect(() => {
    if (spent) router.refresh();
  }, [spent, router]);
  const unsent = useRef<() => readonly string[]>(() => []);
  const { release } = useLeave(`${base}/label/release`, number, () => unsent.current());
  const onOrder = async (order: QueueOrder) => {
    try {
      // what is held in the one order would come first in the other
      await release();
      router.push(`${base}/label?draw=${number}${order === "random" ? "" : `&order=${order}`}`);
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "The order could not be changed.");
    }
  };
  return (
    <Page
      crumbs={[{ label: "Label", href: `${base}/label` }, { label: `Draw ${number}` }]}
      actions={
        <LabelActions
          base={base}
          draw={number}
          order={data.order}
          onOrder={(order) => void onOrder(order)}
        />
      }
      layout="fill"
    >
      {spent ? <LabelSkeleton /> : <Sitting slug={slug} data={data} unsentRef={unsent} />}
    </Page>
  );
}
