#include "usecase/office.h"

#include "usecase/procedure_store.h"

void office_init(struct office *office, struct store *store, struct catalogue *catalogue)
{
    office->store = store;
    office->present = catalogue;
    office->calendars = calendar_store_open();
    office->procedures = procedure_store_open();
    pthread_mutex_init(&office->lock, NULL);
}

void office_release(struct office *office)
{
    catalogue_release(office->present);
    calendar_store_close(office->calendars);
    procedure_store_close(office->procedures);
    pthread_mutex_destroy(&office->lock);
}

struct catalogue *office_catalogue(struct office *office)
{
    pthread_mutex_lock(&office->lock);
    struct catalogue *catalogue = catalogue_hold(office->present);
    pthread_mutex_unlock(&office->lock);
    return catalogue;
}

void office_set_catalogue(struct office *office, struct catalogue *catalogue)
{
    pthread_mutex_lock(&office->lock);
    struct catalogue *before = office->present;
    office->present = catalogue;
    pthread_mutex_unlock(&office->lock);
    catalogue_release(before);
}
