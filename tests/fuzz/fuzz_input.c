#include "fuzz/fuzz_input.h"

#include <stdio.h>
#include <string.h>

uint64_t input_hash(const struct input *input)
{
    uint64_t hash = 14695981039346656037u; /* FNV-1a */

    for (size_t i = 0; i < input->length; i++)
        hash = (hash ^ (unsigned char)input->bytes[i]) * 1099511628211u;
    return hash;
}

void input_insert(struct input *input, size_t at, const char *bytes, size_t length)
{
    if (input->length + length > INPUT_MAX)
        return;
    memmove(input->bytes + at + length, input->bytes + at, input->length - at);
    memcpy(input->bytes + at, bytes, length);
    input->length += length;
}

void input_mutate(struct stub *random, struct input *input)
{
    static const char *const tokens[] = {"\r\n",
                                         "\r",
                                         "\n",
                                         ":",
                                         " ",
                                         "0",
                                         "ffff",
                                         "\r\n\r\n",
                                         "Content-Length: 3\r\n",
                                         "%2F",
                                         "Transfer-Encoding: chunked\r\n",
                                         "A:\r\n",
                                         "Connection: close\r\n",
                                         "HTTP/1.0",
                                         "\t",
                                         ",",
                                         "Host: x\r\n",
                                         "?a=b&c",
                                         "%",
                                         "http://x",
                                         "Expect: 100-continue\r\n",
                                         "\r\n b",
                                         "#"};
    const size_t at = stub_random(random, (uint32_t)input->length + 1);
    const size_t cut = stub_random(random, 8);
    char run[700];

    switch (stub_random(random, 6)) {
    case 0:
        if (at < input->length)
            input->bytes[at] = (char)stub_random(random, 256);
        break;
    case 1: {
        const char *token = tokens[stub_random(random, sizeof tokens / sizeof *tokens)];

        input_insert(input, at, token, strlen(token));
        break;
    }
    case 2:
        if (at + cut <= input->length) {
            input->length -= cut;
            memmove(input->bytes + at, input->bytes + at + cut, input->length - at);
        }
        break;
    case 3:
        input->length = at > 0 ? at : input->length;
        break;
    case 4:
        memset(run, 'a' + (int)stub_random(random, 3), sizeof run);
        input_insert(input, at, run, stub_random(random, sizeof run));
        break;
    default:
        if (at < input->length)
            input->bytes[at] = (char)(input->bytes[at] ^ (1 << stub_random(random, 8)));
        break;
    }
}

bool input_read(const char *name, struct input *out)
{
    FILE *file = fopen(name, "rb");

    if (!file)
        return false;
    out->length = fread(out->bytes, 1, INPUT_MAX, file);
    return fclose(file) == 0;
}
