/* A folder of its own for one test, removed with all that is in it. */
#ifndef SUPPORT_TEMP_FOLDER_H
#define SUPPORT_TEMP_FOLDER_H

enum { TEMP_PATH_SIZE = 128 };

/* Make an empty folder below $TMPDIR (or /tmp). A failure fails the test. */
void temp_folder_make(char out_path[TEMP_PATH_SIZE]);
/* Remove the folder and all that is in it. */
void temp_folder_remove(const char *path);

/* Write a file of `size` bytes in the folder. */
void temp_file_write(const char *folder, const char *name, const void *bytes, long size);
/* Read a whole file; the caller frees it. */
char *temp_file_read(const char *folder, const char *name, long *out_size);

#endif
