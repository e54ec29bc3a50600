ALTER TABLE "spans" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "spans" ADD COLUMN "answer_id" uuid;--> statement-breakpoint
ALTER TABLE "spans" ADD COLUMN "pieces" text;--> statement-breakpoint
ALTER TABLE "traces" ADD COLUMN "settled" text;--> statement-breakpoint
CREATE INDEX "spans_by_parent" ON "spans" USING btree ("workspace_id","parent_id");--> statement-breakpoint
CREATE INDEX "spans_by_answer" ON "spans" USING btree ("workspace_id","answer_id");--> statement-breakpoint
CREATE INDEX "spans_by_request" ON "spans" USING btree ("workspace_id","request_node_id");--> statement-breakpoint
-- Conversations in pieces move out of the record; where they end is found when their trace is next settled.
UPDATE "spans" SET
  "pieces" = json_build_object('request', "request_node_id", 'response', "response_node_id",
    'list', "record"::json -> 'pieces')::text,
  "request_node_id" = NULL,
  "response_node_id" = NULL,
  "record" = ("record"::jsonb - 'pieces')::text
WHERE "record" LIKE '%"pieces"%' AND "record"::jsonb ? 'pieces';
