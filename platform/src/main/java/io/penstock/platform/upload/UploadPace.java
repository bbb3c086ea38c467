package io.penstock.platform.upload;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.springframework.stereotype.Component;

import java.time.Duration;

/** Makes a sender wait while too much of the file waits for the transformation. */
@Component
class UploadPace {

    private static final Duration LOOK = Duration.ofMillis(50);

    /** A page takes well under a second; nothing for so long means that no worker is there. */
    private static final int LOOKS_MAX = 2_400;

    private final UploadRows rows;
    private final UploadSettings settings;

    UploadPace(UploadRows rows, UploadSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    void await(int tenantId, long run) {
        for (var looks = 0; rows.waiting(tenantId, run) >= settings.pagesWaiting(); looks++) {
            if (looks >= LOOKS_MAX) {
                throw new FaultException(
                        FaultKind.UNAVAILABLE,
                        "TRANSFORMATION_STUCK",
                        settings.pagesWaiting()
                                + " pages of the file have waited for the transformation for "
                                + LOOK.multipliedBy(LOOKS_MAX).toSeconds()
                                + " s.",
                        "Look whether a platform with transformation workers is running.");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(
                    FaultKind.UNAVAILABLE,
                    "PLATFORM_STOPPING",
                    "The platform is stopping.",
                    "Send the file again.");
        }
    }
}
