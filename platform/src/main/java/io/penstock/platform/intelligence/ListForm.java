package io.penstock.platform.intelligence;

import java.io.IOException;
import java.io.InputStream;

/** How one of the lists is written, and where it goes. */
sealed interface ListForm permits EpssFile, KevFile {

    PublicList list();

    /** Most bytes once unpacked. */
    long unpackedMax();

    ListSql sql();

    /**
     * Reads the whole text.
     *
     * @throws io.penstock.core.fault.FaultException CONFIGURATION with line and reason
     */
    ListVersion read(InputStream text, ListRows rows) throws IOException;

    static ListForm of(PublicList list) {
        return switch (list) {
            case EPSS -> new EpssFile();
            case KEV -> new KevFile();
        };
    }
}
