CREATE TABLE "spans" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"trace_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"source_span_id" text NOT NULL,
	"source_parent_span_id" text,
	"role" text,
	"name" text,
	"started_at" timestamp with time zone,
	"latency_ms" double precision,
	"error" text,
	"agent" text,
	"tool_name" text,
	"correct" boolean,
	"call_id" uuid,
	"merged" boolean DEFAULT false NOT NULL,
	"settled_id" uuid,
	"request_node_id" uuid,
	"response_node_id" uuid,
	"settings_id" uuid,
	"record" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "spans_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "waiting_records" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source_span_id" text NOT NULL,
	"record" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "waiting_records_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "spans" ADD CONSTRAINT "spans_workspace_id_trace_id_traces_workspace_id_id_fk" FOREIGN KEY ("workspace_id","trace_id") REFERENCES "public"."traces"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spans" ADD CONSTRAINT "spans_workspace_id_import_id_imports_workspace_id_id_fk" FOREIGN KEY ("workspace_id","import_id") REFERENCES "public"."imports"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_records" ADD CONSTRAINT "waiting_records_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "spans_by_trace" ON "spans" USING btree ("workspace_id","trace_id","started_at");--> statement-breakpoint
CREATE INDEX "spans_by_import" ON "spans" USING btree ("workspace_id","import_id");--> statement-breakpoint
CREATE INDEX "spans_source" ON "spans" USING btree ("workspace_id","source_span_id");--> statement-breakpoint
CREATE INDEX "waiting_records_span" ON "waiting_records" USING btree ("workspace_id","source_span_id");