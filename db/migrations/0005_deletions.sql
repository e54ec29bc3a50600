CREATE TABLE "deletions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"what" text NOT NULL,
	"subject" text NOT NULL,
	"state" text NOT NULL,
	"calls_total" integer NOT NULL,
	"calls_done" integer DEFAULT 0 NOT NULL,
	"batches" integer DEFAULT 0 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "deletions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "waiting_records" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "retention_days" integer;--> statement-breakpoint
ALTER TABLE "deletions" ADD CONSTRAINT "deletions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deletions_newest" ON "deletions" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "nodes_scope" ON "nodes" USING btree ("workspace_id","scope_id");--> statement-breakpoint
CREATE INDEX "draw_items_of_call" ON "draw_items" USING btree ("workspace_id","call_id");