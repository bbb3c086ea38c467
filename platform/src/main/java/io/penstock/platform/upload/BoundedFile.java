package io.penstock.platform.upload;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file that ends with a fault when it is longer than allowed. */
public final class BoundedFile extends FilterInputStream {

    private final long bytesMax;
    private final String code;
    private final String hint;
    private long read;

    /**
     * @param code and the hint of the fault
     */
    public BoundedFile(InputStream in, long bytesMax, String code, String hint) {
        super(in);
        this.bytesMax = bytesMax;
        this.code = code;
        this.hint = hint;
    }

    @Override
    public int read() throws IOException {
        var next = super.read();
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var count = super.read(target, offset, length);
        if (count > 0) {
            count(count);
        }
        return count;
    }

    private void count(int more) {
        read += more;
        if (read > bytesMax) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    code,
                    "The file has more than " + bytesMax + " bytes.",
                    hint);
        }
    }
}
