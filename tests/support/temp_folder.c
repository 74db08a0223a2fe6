#include "support/temp_folder.h"

#include "support/test.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void temp_folder_make(char out_path[TEMP_PATH_SIZE])
{
    const char *below = getenv("TMPDIR");

    snprintf(out_path, TEMP_PATH_SIZE, "%s/motcua-test-XXXXXX", below ? below : "/tmp");
    assert_non_null(mkdtemp(out_path));
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *where)
{
    (void)status, (void)type, (void)where;
    return remove(path);
}

void temp_folder_remove(const char *path)
{
    assert_int_equal(nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS), 0);
}

static FILE *open_file(const char *folder, const char *name, const char *mode)
{
    char path[TEMP_PATH_SIZE + 64];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, mode);
    assert_non_null(file);
    return file;
}

void temp_file_write(const char *folder, const char *name, const void *bytes, long size)
{
    FILE *file = open_file(folder, name, "wb");

    assert_int_equal(fwrite(bytes, 1, (size_t)size, file), size);
    assert_int_equal(fclose(file), 0);
}

char *temp_file_read(const char *folder, const char *name, long *out_size)
{
    FILE *file = open_file(folder, name, "rb");

    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    *out_size = ftell(file);
    rewind(file);
    char *bytes = malloc((size_t)*out_size + 1);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, (size_t)*out_size, file), *out_size);
    bytes[*out_size] = '\0';
    fclose(file);
    return bytes;
}
