#include "http/upload.h"

#include <stdlib.h>

#include "base/list.h"

struct upload {
    struct http_sink sink;
    struct uploads *uploads;
    uv_work_t work;
    struct scan_file file;
    bool begun; /* the file was opened */
    struct text waiting, writing;
    bool working; /* `work` is under way: file, begun, writing and err are the pool's */
    bool whole;   /* nothing more comes */
    bool leaving; /* nobody wants it any more */
    bool last;    /* of the work under way: it finishes the file */
    bool ends;    /* ... it takes the file away */
    enum err err;
    void (*done)(struct upload *upload, enum err err, void *data);
    void *data;
};

static void work_on(struct upload *upload);

static void release(struct upload *upload)
{
    upload->uploads->count--;
    text_release(&upload->waiting);
    text_release(&upload->writing);
    free(upload);
}

/* A thread of the pool. */
static void write_work(uv_work_t *work)
{
    struct upload *upload = container_of(work, struct upload, work);

    if (upload->ends) {
        if (upload->begun)
            scan_file_drop(&upload->file);
        return;
    }
    if (!upload->begun) {
        upload->err = scan_file_begin(upload->uploads->store, &upload->file);
        upload->begun = true;
    }
    if (upload->err == ERR_OK && upload->writing.length > 0)
        upload->err = scan_file_add(&upload->file, upload->writing.data, upload->writing.length);
    if (upload->err == ERR_OK && upload->last)
        upload->err = scan_file_finish(&upload->file);
}

static void write_done(uv_work_t *work, int status)
{
    struct upload *upload = container_of(work, struct upload, work);

    (void)status;
    upload->working = false;
    text_clear(&upload->writing);
    if (upload->ends) {
        release(upload);
    } else if (upload->leaving || upload->waiting.length > 0 || (upload->whole && !upload->last)) {
        work_on(upload);
        http_sink_ready(&upload->sink);
    } else if (upload->last) {
        upload->done(upload, upload->err, upload->data);
    }
}

static void work_on(struct upload *upload)
{
    const struct text swapped = upload->writing;

    upload->writing = upload->waiting;
    upload->waiting = swapped;
    upload->working = true;
    upload->last = upload->whole;
    upload->ends = upload->leaving;
    if (uv_queue_work(upload->uploads->loop, &upload->work, write_work, write_done) != 0)
        abort(); /* cannot happen: the callbacks are set */
}

static enum err take(struct http_sink *sink, const char *bytes, size_t length)
{
    struct upload *upload = container_of(sink, struct upload, sink);

    text_add_bytes(&upload->waiting, bytes, length);
    if (upload->waiting.failed)
        return ERR_NO_MEMORY;
    if (!upload->working)
        work_on(upload);
    return ERR_OK;
}

static bool full(const struct http_sink *sink)
{
    return container_of(sink, struct upload, sink)->waiting.length >= UPLOAD_WAITING;
}

static void drop(struct http_sink *sink)
{
    upload_free(container_of(sink, struct upload, sink));
}

enum err upload_begin(struct uploads *uploads, struct http_sink **out_sink)
{
    if (uploads->count >= UPLOADS_MAX)
        return ERR_TOO_MANY;
    struct upload *upload = calloc(1, sizeof *upload);
    if (!upload)
        return ERR_NO_MEMORY;
    upload->sink = (struct http_sink){.max_body = uploads->store->max_bytes,
                                      .body_ms = UPLOAD_MS,
                                      .take = take,
                                      .full = full,
                                      .drop = drop};
    upload->uploads = uploads;
    uploads->count++;
    *out_sink = &upload->sink;
    return ERR_OK;
}

void upload_finish(struct http_sink *sink,
                   void (*done)(struct upload *upload, enum err err, void *data), void *data)
{
    struct upload *upload = container_of(sink, struct upload, sink);

    upload->done = done;
    upload->data = data;
    upload->whole = true;
    if (!upload->working)
        work_on(upload);
}

struct scan_file *upload_file(struct upload *upload)
{
    return &upload->file;
}

void upload_free(struct upload *upload)
{
    upload->leaving = true;
    if (!upload->working)
        work_on(upload);
}
