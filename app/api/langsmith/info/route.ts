/** What a LangSmith SDK asks before it sends: by which path, and how packed. */
export function GET(): Response {
  return Response.json({
    version: "0.12.0",
    license_expiration_time: null,
    batch_ingest_config: {
      use_multipart_endpoint: true,
      size_limit: 100,
      size_limit_bytes: 20_971_520,
      scale_up_nthreads_limit: 16,
      scale_up_qsize_trigger: 1000,
      scale_down_nempty_trigger: 4,
    },
    instance_flags: { gzip_body_enabled: true, zstd_compression_enabled: false },
  });
}
