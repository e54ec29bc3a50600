CREATE TABLE "credentials" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limits_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "setup_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_log_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"trace_id" uuid,
	"source_trace_id" text,
	"source_span_id" text,
	"source_parent_span_id" text,
	"kind_id" uuid NOT NULL,
	"step_type" text,
	"step_source" text,
	"agent" text,
	"human_facing" boolean,
	"provider" text,
	"request_model" text,
	"model" text,
	"modality" text,
	"attempt" integer,
	"environment" text,
	"input_tokens" integer,
	"cached_input_tokens" integer,
	"cache_write_tokens" integer,
	"output_tokens" integer,
	"reasoning_tokens" integer,
	"total_tokens" integer GENERATED ALWAYS AS (input_tokens + output_tokens) STORED,
	"stated_cost_usd" double precision,
	"cost_usd" double precision,
	"latency_ms" double precision,
	"started_at" timestamp with time zone,
	"error" text,
	"correct" boolean,
	"trace_outcome" boolean,
	"preview" text,
	"message_count" integer,
	"request_node_id" uuid,
	"response_node_id" uuid,
	"settings_id" uuid,
	"content_id" uuid NOT NULL,
	"parser_version" integer NOT NULL,
	"merged_into" uuid,
	"errored" boolean NOT NULL,
	"without_text" boolean NOT NULL,
	"without_ground_truth" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calls_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "clusters" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clusters_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "kinds" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"route_key" text NOT NULL,
	"route_key_source" text NOT NULL,
	"act" text NOT NULL,
	"agent" text,
	"human_facing" boolean,
	"cluster_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "kinds_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "nodes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"parent_id" uuid,
	"scope_id" uuid NOT NULL,
	"depth" integer NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "nodes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "request_settings" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "request_settings_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"format" text,
	"problem" text,
	"bytes_total" bigint,
	"bytes_received" bigint DEFAULT 0 NOT NULL,
	"bytes_read" bigint DEFAULT 0 NOT NULL,
	"records" integer DEFAULT 0 NOT NULL,
	"calls_new" integer DEFAULT 0 NOT NULL,
	"calls_known" integer DEFAULT 0 NOT NULL,
	"calls_completed" integer DEFAULT 0 NOT NULL,
	"calls_conflicting" integer DEFAULT 0 NOT NULL,
	"other" integer DEFAULT 0 NOT NULL,
	"unparseable" integer DEFAULT 0 NOT NULL,
	"merged_later" integer DEFAULT 0 NOT NULL,
	"traces_new" integer DEFAULT 0 NOT NULL,
	"errored" integer DEFAULT 0 NOT NULL,
	"without_ground_truth" integer DEFAULT 0 NOT NULL,
	"without_text" integer DEFAULT 0 NOT NULL,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"found" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"heartbeat_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "imports_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "rejected_records" (
	"workspace_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"line" integer NOT NULL,
	"why" text NOT NULL,
	"reason" text NOT NULL,
	"excerpt" text NOT NULL,
	CONSTRAINT "rejected_records_workspace_id_import_id_ordinal_pk" PRIMARY KEY("workspace_id","import_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "codebooks" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"change" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "codebooks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "draw_frame" (
	"workspace_id" uuid NOT NULL,
	"draw_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"cluster_id" uuid NOT NULL,
	"random_number" double precision NOT NULL,
	"spend_usd" double precision,
	"tokens" integer,
	"multiplicity" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "draw_frame_workspace_id_draw_id_call_id_pk" PRIMARY KEY("workspace_id","draw_id","call_id")
);
--> statement-breakpoint
CREATE TABLE "draw_items" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"draw_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"cluster_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"inclusion_probability" double precision NOT NULL,
	"multiplicity" integer DEFAULT 1 NOT NULL,
	"spend_usd" double precision,
	"tokens" integer,
	CONSTRAINT "draw_items_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "draw_strata" (
	"workspace_id" uuid NOT NULL,
	"draw_id" uuid NOT NULL,
	"cluster_id" uuid NOT NULL,
	"frame_calls" integer NOT NULL,
	"frame_tokens" double precision,
	"frame_spend_usd" double precision,
	"drawn" integer NOT NULL,
	CONSTRAINT "draw_strata_workspace_id_draw_id_cluster_id_pk" PRIMARY KEY("workspace_id","draw_id","cluster_id")
);
--> statement-breakpoint
CREATE TABLE "draws" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"codebook_id" uuid NOT NULL,
	"seed" text NOT NULL,
	"scope" jsonb NOT NULL,
	"frame_hash" text NOT NULL,
	"frame_calls" integer NOT NULL,
	"per_cluster" integer NOT NULL,
	"max_per_trace" integer,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draws_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "labels" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"item_id" uuid,
	"slot" integer DEFAULT 1 NOT NULL,
	"rater_id" uuid NOT NULL,
	"codebook_id" uuid NOT NULL,
	"origin" text NOT NULL,
	"verdict" text,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"note" text,
	"supersedes" uuid,
	"retracted" boolean DEFAULT false NOT NULL,
	"decision_ms" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "labels_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "raters" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"user_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "raters_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "total_deltas" (
	"workspace_id" uuid NOT NULL,
	"id" bigserial NOT NULL,
	"kind_id" uuid NOT NULL,
	"day" date NOT NULL,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"tier" integer NOT NULL,
	"cost_source" text NOT NULL,
	"calls" bigint DEFAULT 0 NOT NULL,
	"errored" bigint DEFAULT 0 NOT NULL,
	"input_tokens" bigint DEFAULT 0 NOT NULL,
	"input_known" bigint DEFAULT 0 NOT NULL,
	"cached_input_tokens" bigint DEFAULT 0 NOT NULL,
	"cached_input_known" bigint DEFAULT 0 NOT NULL,
	"cache_write_tokens" bigint DEFAULT 0 NOT NULL,
	"cache_write_known" bigint DEFAULT 0 NOT NULL,
	"output_tokens" bigint DEFAULT 0 NOT NULL,
	"output_known" bigint DEFAULT 0 NOT NULL,
	"reasoning_tokens" bigint DEFAULT 0 NOT NULL,
	"reasoning_known" bigint DEFAULT 0 NOT NULL,
	"stated_cost_usd" double precision DEFAULT 0 NOT NULL,
	"stated_cost_known" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "total_deltas_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "totals" (
	"workspace_id" uuid NOT NULL,
	"kind_id" uuid NOT NULL,
	"day" date NOT NULL,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"tier" integer NOT NULL,
	"cost_source" text NOT NULL,
	"calls" bigint DEFAULT 0 NOT NULL,
	"errored" bigint DEFAULT 0 NOT NULL,
	"input_tokens" bigint DEFAULT 0 NOT NULL,
	"input_known" bigint DEFAULT 0 NOT NULL,
	"cached_input_tokens" bigint DEFAULT 0 NOT NULL,
	"cached_input_known" bigint DEFAULT 0 NOT NULL,
	"cache_write_tokens" bigint DEFAULT 0 NOT NULL,
	"cache_write_known" bigint DEFAULT 0 NOT NULL,
	"output_tokens" bigint DEFAULT 0 NOT NULL,
	"output_known" bigint DEFAULT 0 NOT NULL,
	"reasoning_tokens" bigint DEFAULT 0 NOT NULL,
	"reasoning_known" bigint DEFAULT 0 NOT NULL,
	"stated_cost_usd" double precision DEFAULT 0 NOT NULL,
	"stated_cost_known" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "totals_workspace_id_kind_id_day_provider_model_tier_cost_source_pk" PRIMARY KEY("workspace_id","kind_id","day","provider","model","tier","cost_source")
);
--> statement-breakpoint
CREATE TABLE "traces" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source_trace_id" text NOT NULL,
	"environment" text,
	"outcome" boolean,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "traces_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"workspace_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"bar" double precision DEFAULT 0.8 NOT NULL,
	"min_labels" integer DEFAULT 20 NOT NULL,
	"threshold" double precision DEFAULT 0.85 NOT NULL,
	"candidate" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspaces_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_workspace_id_import_id_imports_workspace_id_id_fk" FOREIGN KEY ("workspace_id","import_id") REFERENCES "public"."imports"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_workspace_id_kind_id_kinds_workspace_id_id_fk" FOREIGN KEY ("workspace_id","kind_id") REFERENCES "public"."kinds"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_workspace_id_trace_id_traces_workspace_id_id_fk" FOREIGN KEY ("workspace_id","trace_id") REFERENCES "public"."traces"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clusters" ADD CONSTRAINT "clusters_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kinds" ADD CONSTRAINT "kinds_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kinds" ADD CONSTRAINT "kinds_workspace_id_cluster_id_clusters_workspace_id_id_fk" FOREIGN KEY ("workspace_id","cluster_id") REFERENCES "public"."clusters"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nodes" ADD CONSTRAINT "nodes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_settings" ADD CONSTRAINT "request_settings_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rejected_records" ADD CONSTRAINT "rejected_records_workspace_id_import_id_imports_workspace_id_id_fk" FOREIGN KEY ("workspace_id","import_id") REFERENCES "public"."imports"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codebooks" ADD CONSTRAINT "codebooks_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_frame" ADD CONSTRAINT "draw_frame_workspace_id_draw_id_draws_workspace_id_id_fk" FOREIGN KEY ("workspace_id","draw_id") REFERENCES "public"."draws"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_items" ADD CONSTRAINT "draw_items_workspace_id_draw_id_draws_workspace_id_id_fk" FOREIGN KEY ("workspace_id","draw_id") REFERENCES "public"."draws"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_items" ADD CONSTRAINT "draw_items_workspace_id_call_id_calls_workspace_id_id_fk" FOREIGN KEY ("workspace_id","call_id") REFERENCES "public"."calls"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_strata" ADD CONSTRAINT "draw_strata_workspace_id_draw_id_draws_workspace_id_id_fk" FOREIGN KEY ("workspace_id","draw_id") REFERENCES "public"."draws"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_workspace_id_codebook_id_codebooks_workspace_id_id_fk" FOREIGN KEY ("workspace_id","codebook_id") REFERENCES "public"."codebooks"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_workspace_id_call_id_calls_workspace_id_id_fk" FOREIGN KEY ("workspace_id","call_id") REFERENCES "public"."calls"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_workspace_id_item_id_draw_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."draw_items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_workspace_id_rater_id_raters_workspace_id_id_fk" FOREIGN KEY ("workspace_id","rater_id") REFERENCES "public"."raters"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_workspace_id_codebook_id_codebooks_workspace_id_id_fk" FOREIGN KEY ("workspace_id","codebook_id") REFERENCES "public"."codebooks"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raters" ADD CONSTRAINT "raters_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "total_deltas" ADD CONSTRAINT "total_deltas_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totals" ADD CONSTRAINT "totals_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "traces" ADD CONSTRAINT "traces_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credentials_user" ON "credentials" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "audit_log_newest" ON "audit_log" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "calls_by_time" ON "calls" USING btree ("workspace_id","started_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "calls_by_cost" ON "calls" USING btree ("workspace_id","cost_usd" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "calls_by_tokens" ON "calls" USING btree ("workspace_id","total_tokens" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "calls_by_latency" ON "calls" USING btree ("workspace_id","latency_ms" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "calls_by_kind" ON "calls" USING btree ("workspace_id","kind_id","started_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "calls_by_trace" ON "calls" USING btree ("workspace_id","trace_id");--> statement-breakpoint
CREATE INDEX "calls_by_import" ON "calls" USING btree ("workspace_id","import_id","ordinal");--> statement-breakpoint
CREATE INDEX "kinds_cluster" ON "kinds" USING btree ("workspace_id","cluster_id");--> statement-breakpoint
CREATE INDEX "kinds_route_key" ON "kinds" USING btree ("workspace_id","route_key");--> statement-breakpoint
CREATE INDEX "imports_newest" ON "imports" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "codebooks_version" ON "codebooks" USING btree ("workspace_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "draw_items_call" ON "draw_items" USING btree ("workspace_id","draw_id","call_id");--> statement-breakpoint
CREATE INDEX "draw_items_order" ON "draw_items" USING btree ("workspace_id","draw_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "draws_number" ON "draws" USING btree ("workspace_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "labels_supersedes" ON "labels" USING btree ("workspace_id","supersedes");--> statement-breakpoint
CREATE INDEX "labels_item" ON "labels" USING btree ("workspace_id","item_id");--> statement-breakpoint
CREATE INDEX "labels_call" ON "labels" USING btree ("workspace_id","call_id");--> statement-breakpoint
CREATE INDEX "labels_rater" ON "labels" USING btree ("workspace_id","rater_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "raters_user" ON "raters" USING btree ("workspace_id","user_id");--> statement-breakpoint
CREATE INDEX "total_deltas_kind" ON "total_deltas" USING btree ("workspace_id","kind_id");--> statement-breakpoint
CREATE INDEX "traces_newest" ON "traces" USING btree ("workspace_id","started_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "traces_source" ON "traces" USING btree ("workspace_id","source_trace_id");--> statement-breakpoint
CREATE INDEX "api_keys_secret" ON "api_keys" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "members_user" ON "members" USING btree ("user_id");