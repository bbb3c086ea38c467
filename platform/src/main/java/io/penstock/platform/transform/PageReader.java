package io.penstock.platform.transform;

import io.penstock.core.fault.FaultException;
import io.penstock.core.transform.Projection;
import io.penstock.core.transform.RecordValues;
import io.penstock.core.value.FieldPath;
import io.penstock.core.value.Shown;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands out the projected values of each record of a page. A sound page is read in one go; from the
 * first record that is not sound on, the page is cut into records, so that one that cannot be read
 * is handed out with its reason and the others as they are. Made anew for every page; one thread.
 */
public final class PageReader {

    /** Bytes of a record that are kept to show a person what was rejected. */
    private static final int EXCERPT_MAX = 1_000;

    /** Takes the records of a page, each once and in order. */
    public interface RecordSink {

        /** Takes one record; the values are reused for the next one. */
        void take(int index, RecordValues values);

        /** Takes a record that cannot be read, and why. */
        void refuse(int index, String reason);
    }

    private final FieldPath records;
    private final RecordReader reader;
    private final RecordValues values;

    public PageReader(FieldPath records, Projection projection) {
        this.records = records;
        this.reader = new RecordReader(projection);
        this.values = new RecordValues(projection);
    }

    /**
     * @return how many records the page holds
     * @throws FaultException MALFORMED when the page is not readable to its end
     */
    public int read(byte[] body, String encoding, RecordSink sink) {
        var count = new int[1];
        PageRecords.walk(
                body,
                encoding,
                records,
                new PageRecords.Sink() {
                    @Override
                    public int tryTake(byte[] buffer, int from, int to) {
                        var length = reader.tryRead(buffer, from, to, values);
                        if (length >= 0) {
                            sink.take(count[0]++, values);
                        }
                        return length;
                    }

                    @Override
                    public void take(byte[] buffer, int from, int length) {
                        var index = count[0]++;
                        var fault = reader.read(buffer, from, length, values);
                        if (fault.isEmpty()) {
                            sink.take(index, values);
                        } else {
                            sink.refuse(index, fault.get());
                        }
                    }

                    @Override
                    public void tooLong(long length) {
                        sink.refuse(count[0]++, tooLongSentence(length));
                    }
                });
        return count[0];
    }

    static String tooLongSentence(long length) {
        return "the record has %d bytes, at most %d".formatted(length, PageRecords.RECORD_MAX);
    }

    /** How each record begins, as the vendor sent it; empty for one that is too long. */
    public List<String> excerpts(byte[] body, String encoding) {
        var beginnings = new ArrayList<String>();
        PageRecords.walk(
                body,
                encoding,
                records,
                new PageRecords.Sink() {
                    @Override
                    public void take(byte[] buffer, int from, int length) {
                        var shown = Math.min(length, EXCERPT_MAX);
                        var text = new String(buffer, from, shown, StandardCharsets.UTF_8);
                        beginnings.add(Shown.clean(text));
                    }

                    @Override
                    public void tooLong(long length) {
                        beginnings.add("");
                    }
                });
        return beginnings;
    }
}
