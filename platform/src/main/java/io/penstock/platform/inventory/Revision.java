package io.penstock.platform.inventory;

import io.penstock.core.finding.Word;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What becomes of the words on some records. */
public interface Revision {

    /** What becomes of one word of a record. */
    Word each(UUID record, Word word);

    /** One word more on a record, or null. */
    @Nullable Word added(UUID record);
}
