package io.penstock.platform.report;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts what goes through and refuses more than is allowed. */
final class CountedOutput extends FilterOutputStream {

    private final long max;
    private long bytes;

    CountedOutput(OutputStream out, long max) {
        super(out);
        this.max = max;
    }

    @Override
    public void write(int one) throws IOException {
        count(1);
        out.write(one);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        count(length);
        out.write(source, offset, length);
    }

    long bytes() {
        return bytes;
    }

    private void count(int more) {
        bytes += more;
        if (bytes > max) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "REPORT_TOO_LARGE",
                    "The file has more than " + max + " bytes, as it is stored.",
                    "Narrow the query down, or raise penstock.reports.bytes-max.");
        }
    }
}
