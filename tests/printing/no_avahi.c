/*
 * Lets ippeveprinter 2.4.2 (Debian 12) run on a machine without D-Bus, Avahi or IPv6; preloaded by
 * the printing tests.
 *
 * It starts DNS-SD even with `-r off` and ends when that fails; and it wants an IPv6 listener for
 * the same host name, so that `-n 127.0.0.1` fails. The first is answered with an empty client, the
 * second with a descriptor on which nothing ever arrives.
 */
#include <dlfcn.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

void *avahi_client_new(const void *api, int flags, void *callback, void *data, int *out_error);
const char *avahi_client_get_host_name_fqdn(void *client);
void avahi_client_free(void *client);
void *httpAddrGetList(const char *host, int family, const char *service);
int httpAddrListen(void *address, int port);

static int empty_client;
static int asked_ipv6;

void *avahi_client_new(const void *api, int flags, void *callback, void *data, int *out_error)
{
    (void)api;
    (void)flags;
    (void)callback;
    (void)data;
    if (out_error)
        *out_error = 0;
    return &empty_client;
}

const char *avahi_client_get_host_name_fqdn(void *client)
{
    (void)client;
    return NULL;
}

void avahi_client_free(void *client)
{
    (void)client;
}

void *httpAddrGetList(const char *host, int family, const char *service)
{
    void *(*real)(const char *, int, const char *);
    void *list;

    *(void **)&real = dlsym(RTLD_NEXT, "httpAddrGetList");
    list = real(host, family, service);
    asked_ipv6 = family == AF_INET6;
    return list || family != AF_INET6 ? list : real(host, AF_INET, service);
}

int httpAddrListen(void *address, int port)
{
    int (*real)(void *, int);
    int pipe_ends[2], fd;

    *(void **)&real = dlsym(RTLD_NEXT, "httpAddrListen");
    fd = real(address, port);
    if (fd < 0 && asked_ipv6 && pipe(pipe_ends) == 0)
        fd = pipe_ends[0]; /* the write end stays open: never readable, never at its end */
    return fd;
}
