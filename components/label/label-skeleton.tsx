import { Skeleton } from "@/components/ui/skeleton";

/** The label screen before its first item: the same places, empty. */
export function LabelSkeleton() {
  return (
    <div aria-busy className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-11 items-center border-b border-line px-4 lg:px-6">
        <Skeleton className="w-64" />
      </div>
      <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
        <ConversationSkeleton />
        <div className="flex flex-col gap-2 border-line bg-panel p-4 lg:w-80 lg:border-l">
          <Skeleton className="mb-2 h-10" />
          {["v", "n", "u", "x"].map((key) => (
            <Skeleton key={key} className="h-9" />
          ))}
        </div>
      </div>
    </div>
  );
}

/** A call that is on its way. */
export function ConversationSkeleton() {
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 px-4 py-4 lg:px-6">
      <Skeleton className="w-24" />
      <Skeleton className="h-16 max-w-prose" />
      <Skeleton className="mt-4 w-24" />
      <Skeleton className="h-28 max-w-prose" />
      <Skeleton className="mt-4 w-24" />
      <Skeleton className="h-16 max-w-prose" />
    </div>
  );
}
