package io.penstock.platform.transform;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.FieldPath;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * Cuts a page into its records, each with the bytes the vendor sent, so that one that cannot be
 * read never takes the others down with it (promise 3). One thread; one walk.
 */
public final class PageRecords {

    /** Most bytes of one record. The largest seen have some ten thousand. */
    public static final int RECORD_MAX = 8 * 1024 * 1024;

    /** Most bytes of a member's name on the way to the records. */
    private static final int NAME_MAX = 10_000;

    /** Takes the records of a page in order. */
    public interface Sink {
        /**
         * Takes the record that begins here, if it wants to and finds its end. A record that is not
         * taken is handed out once more when its end is known.
         *
         * @param to where the bytes end that are in memory, often in the middle of a record
         * @return how many bytes the record has; -1 when it was not taken
         */
        default int tryTake(byte[] buffer, int from, int to) {
            return -1;
        }

        /**
         * @param buffer holds the record, and other things; it is used again for the next one
         */
        void take(byte[] buffer, int from, int length);

        /** Takes a record of more than {@value #RECORD_MAX} bytes, without its bytes. */
        void tooLong(long length);
    }

    private final FieldPath records;
    private final PageBytes bytes;

    private PageRecords(FieldPath records, PageBytes bytes) {
        this.records = records;
        this.bytes = bytes;
    }

    /**
     * Walks a page to its end.
     *
     * @param encoding {@code gzip} or {@code identity}
     * @param records where the array of records is
     * @throws FaultException MALFORMED when the page is cut off, or its records cannot be told
     *     apart
     */
    public static void walk(byte[] body, String encoding, FieldPath records, Sink sink) {
        try (var bytes = new PageBytes(body, encoding, RECORD_MAX)) {
            new PageRecords(records, bytes).walk(sink);
        } catch (ZipException e) {
            throw broken("its compression is damaged", e);
        } catch (IOException e) {
            throw broken(String.valueOf(e.getMessage()), e);
        }
    }

    private void walk(Sink sink) throws IOException {
        bytes.passMark();
        expect('{', "a JSON object");
        var open = 1;
        for (var step : records.steps()) {
            if (!toMember(step.name())) {
                rest(open - 1);
                return;
            }
            if (bytes.peek() != (open == records.steps().size() ? '[' : '{')) {
                bytes.pass();
                rest(open);
                return;
            }
            bytes.take(1);
            open++;
        }
        each(sink);
        rest(open - 1);
    }

    private void each(Sink sink) throws IOException {
        if (bytes.peek() == ']') {
            bytes.take(1);
            return;
        }
        while (true) {
            if (bytes.peek() < 0 || bytes.peek() == ',') {
                throw new IOException("a record is missing at byte " + bytes.offset());
            }
            if (!tryTake(sink)) {
                take(sink);
            }
            if (bytes.peek() == ']') {
                bytes.take(1);
                return;
            }
            expect(',', "a comma or the end of the records");
        }
    }

    private boolean tryTake(Sink sink) {
        var from = bytes.at();
        var to = Math.min(bytes.end(), from + RECORD_MAX);
        var length = sink.tryTake(bytes.buffer(), from, to);
        if (length < 0) {
            return false;
        }
        bytes.take(length);
        return true;
    }

    private void take(Sink sink) throws IOException {
        var start = bytes.offset();
        var from = bytes.keep();
        var length = bytes.offset() - start;
        if (length == 0) {
            throw new IOException("a record is missing at byte " + start);
        }
        if (from < 0 || length > RECORD_MAX) {
            sink.tooLong(length);
        } else {
            sink.take(bytes.buffer(), from, (int) length);
        }
    }

    /** Goes to a member's value; false, and behind the object, when it has no such member. */
    private boolean toMember(String wanted) throws IOException {
        while (bytes.peek() != '}') {
            var found = name().equals(wanted);
            expect(':', "a colon");
            if (bytes.peek() < 0) {
                throw new IOException("it ends in the middle, after " + bytes.offset() + " bytes");
            }
            if (found) {
                return true;
            }
            bytes.pass();
            if (bytes.peek() != '}') {
                expect(',', "a comma");
            }
        }
        bytes.take(1);
        return false;
    }

    private String name() throws IOException {
        if (bytes.peek() != '"') {
            throw new IOException("a name is missing at byte " + bytes.offset());
        }
        var start = bytes.offset();
        var from = bytes.keep();
        var length = (int) Math.min(NAME_MAX, bytes.offset() - start);
        if (from < 0) {
            return "";
        }
        var text = Arrays.copyOfRange(bytes.buffer(), from, from + length);
        return bytes.special()
                ? RecordReader.text(text)
                : new String(text, 1, Math.max(0, length - 2), StandardCharsets.US_ASCII);
    }

    /** Closes what is open; a page that was cut off fails here and not as a short page. */
    private void rest(int open) throws IOException {
        bytes.close(open);
        if (bytes.peek() >= 0) {
            throw new IOException("it goes on after its end, at byte " + bytes.offset());
        }
    }

    private void expect(char wanted, String what) throws IOException {
        var seen = bytes.peek();
        if (seen != wanted) {
            throw new IOException(
                    seen < 0
                            ? "it ends in the middle, after " + bytes.offset() + " bytes"
                            : what + " is missing at byte " + bytes.offset());
        }
        bytes.take(1);
    }

    private static FaultException broken(String why, Exception cause) {
        return new FaultException(
                Fault.of(
                        FaultKind.MALFORMED,
                        "PAGE_BROKEN",
                        "The page cannot be read to its end: " + why + ".",
                        "It is kept as it came and can be replayed."),
                cause);
    }
}
