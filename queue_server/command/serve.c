/* queue_server serve: the server. */
#include <getopt.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "command/command.h"
#include "command/folder_option.h"
#include "server.h"
#include "store/scan_store.h"

enum { HOST_SIZE = 64 };

static void usage(FILE *out)
{
    fputs(
        "usage: queue_server serve --data DIR [OPTION]...\n"
        "\n"
        "  --data DIR           the centre's folder, made by queue_server init\n"
        "  --listen HOST:PORT   address to serve on (127.0.0.1:8080); port 0 is any free one\n"
        "  --printer PROGRAM    the printer program (beside this one)\n"
        "  --web DIR            the built screens (beside this program: ../web)\n"
        "  --metrics HOST:PORT  serve /metrics there, and no longer on the main address\n"
        "  --behind-proxy       believe a proxy on this machine about its clients' addresses and "
        "TLS\n"
        "  --readers N          reader threads, 1..8 (2)\n"
        "  --scan-max N         MiB that one scan may have, 1..100 (20)\n"
        "  --scanner-folder DIR take in the scans that an office scanner writes there\n"
        "  --help               this text\n"
        "\n"
        "Prints `listening on http://HOST:PORT` when ready. SIGTERM and SIGINT stop it: what was\n"
        "accepted is finished first.\n",
        out);
}

/* Split "host:port" or "[ipv6]:port". */
static bool parse_listen(const char *text, char out_host[HOST_SIZE], int *out_port)
{
    const char *colon = strrchr(text, ':');
    size_t length = colon ? (size_t)(colon - text) : 0;
    char *end;

    if (!colon || length == 0 || length >= HOST_SIZE)
        return false;
    if (text[0] == '[' && text[length - 1] == ']') {
        text++;
        length -= 2;
    }
    memcpy(out_host, text, length);
    out_host[length] = '\0';
    const long port = strtol(colon + 1, &end, 10);
    if (*end || end == colon + 1 || port < 0 || port > 65535)
        return false;
    *out_port = (int)port;
    return true;
}

/* A number of readers, 0..8; -1 when it is none. */
static int parse_readers(const char *text)
{
    char *end;
    const long readers = strtol(text, &end, 10);

    return *end || end == text || readers < 0 || readers > 8 ? -1 : (int)readers;
}

/*
 * The large structs of a request are taken and given back thousands of times a second. By default
 * each would be a mapping of its own, and giving it back stops every thread of the process.
 */
static void keep_memory(void)
{
#ifdef __GLIBC__
    enum { OWN_MAPPING_BYTES = 4 << 20, KEPT_BYTES = 256 << 20, STEP_BYTES = 1 << 20 };

    mallopt(M_MMAP_THRESHOLD, OWN_MAPPING_BYTES);
    mallopt(M_TRIM_THRESHOLD, KEPT_BYTES);
    mallopt(M_TOP_PAD, STEP_BYTES);
#endif
}

/* MiB of a scan, 1..100, in bytes; 0 for anything else. */
static uint32_t parse_mib(const char *text)
{
    char *end;
    const long mib = strtol(text, &end, 10);

    return *end || end == text || mib < 1 || mib > SCAN_MAX_MOST >> 20 ? 0 : (uint32_t)mib << 20;
}

struct addresses {
    const char *listen, *metrics;
};

/* False for --help and for what is no option. */
static bool take_option(int option, struct server_options *server, struct addresses *addresses)
{
    switch (option) {
    case 'd':
        server->folder = optarg;
        return true;
    case 'l':
        addresses->listen = optarg;
        return true;
    case 'p':
        server->printer = optarg;
        return true;
    case 'm':
        addresses->metrics = optarg;
        return true;
    case 'w':
        server->web = optarg;
        return true;
    case 'b':
        server->behind_proxy = true;
        return true;
    case 'r':
        server->readers = parse_readers(optarg);
        return true;
    case 's':
        server->scan_max = parse_mib(optarg);
        return true;
    case 'f':
        server->scanner = optarg;
        return true;
    default:
        return false;
    }
}

int command_serve(int argc, char **argv)
{
    static const struct option options[] = {{"data", required_argument, NULL, 'd'},
                                            {"listen", required_argument, NULL, 'l'},
                                            {"printer", required_argument, NULL, 'p'},
                                            {"readers", required_argument, NULL, 'r'},
                                            {"metrics", required_argument, NULL, 'm'},
                                            {"web", required_argument, NULL, 'w'},
                                            {"behind-proxy", no_argument, NULL, 'b'},
                                            {"scan-max", required_argument, NULL, 's'},
                                            {"scanner-folder", required_argument, NULL, 'f'},
                                            {"help", no_argument, NULL, 'h'},
                                            {NULL, 0, NULL, 0}};
    struct server_options server = {.port = 8080, .scan_max = SCAN_MAX_DEFAULT};
    struct addresses addresses = {.listen = "127.0.0.1:8080"};
    char host[HOST_SIZE], metrics_host[HOST_SIZE];
    int option;

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (take_option(option, &server, &addresses))
            continue;
        usage(option == 'h' ? stdout : stderr);
        return option == 'h' ? EXIT_DONE : EXIT_USAGE;
    }
    if (!server.folder)
        return option_missing("serve", "--data DIR", usage);
    if (optind != argc || !parse_listen(addresses.listen, host, &server.port) ||
        (addresses.metrics &&
         !parse_listen(addresses.metrics, metrics_host, &server.metrics_port)) ||
        server.readers < 0 || server.scan_max == 0) {
        usage(stderr);
        return EXIT_USAGE;
    }
    server.host = host;
    server.metrics_host = addresses.metrics ? metrics_host : NULL;
    random_start();
    keep_memory();
    return server_run(&server) == 0 ? EXIT_DONE : EXIT_REFUSED;
}
