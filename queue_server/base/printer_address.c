#include "base/printer_address.h"

#include <string.h>

#define DEVICE_SCHEME "escpos+dev://"

/* Every segment names a file or a folder below /dev. */
static bool is_device(const char *path)
{
    if (strncmp(path, DEVICE_FOLDER, strlen(DEVICE_FOLDER)) != 0)
        return false;
    for (path += strlen(DEVICE_FOLDER);; path++) {
        const size_t length = strcspn(path, "/");

        if (length == 0 || (length == 1 && path[0] == '.') ||
            (length == 2 && path[0] == '.' && path[1] == '.'))
            return false;
        path += length;
        if (!*path)
            return true;
    }
}

bool printer_address_is_allowed(const char *address)
{
    const char *host = strstr(address, "://");

    if (strncmp(address, DEVICE_SCHEME, strlen(DEVICE_SCHEME)) == 0)
        return is_device(address + strlen(DEVICE_SCHEME));
    host = host ? host + strlen("://") : address;
    return !memchr(host, '@', strcspn(host, "/?#"));
}
