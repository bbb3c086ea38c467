package io.penstock.platform.search;

/** An export ended early because of {@link ExportRun#stop}. */
public final class ExportStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExportStoppedException() {
        super("the export was stopped");
    }
}
