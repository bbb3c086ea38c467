package io.penstock.vendor.crowdstrike.simulation.record;

import java.util.Arrays;

/** ASCII text of known greatest size, put together without intermediate strings. */
final class Text {

    private final byte[] bytes;
    private int size;

    Text(int sizeMax) {
        this.bytes = new byte[sizeMax];
    }

    Text add(byte[] added) {
        System.arraycopy(added, 0, bytes, size, added.length);
        size += added.length;
        return this;
    }

    Text add(String added) {
        for (int i = 0; i < added.length(); i++) {
            bytes[size++] = (byte) added.charAt(i);
        }
        return this;
    }

    /** Adds a time as {@code 2026-11-01T00:00:00Z}. */
    Text addTime(long epochSecond) {
        // Days to a date as in "chrono-Compatible Low-Level Date Algorithms" by Howard Hinnant.
        long days = Math.floorDiv(epochSecond, 86_400L) + 719_468;
        int second = Math.floorMod(epochSecond, 86_400);
        long era = Math.floorDiv(days, 146_097L);
        int dayOfEra = (int) (days - era * 146_097);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shifted = (5 * dayOfYear + 2) / 153;
        int month = shifted < 10 ? shifted + 3 : shifted - 9;
        int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
        two(year / 100).two(year % 100).one('-').two(month).one('-');
        two(dayOfYear - (153 * shifted + 2) / 5 + 1).one('T');
        return two(second / 3600).one(':').two(second / 60 % 60).one(':').two(second % 60).one('Z');
    }

    private Text two(int value) {
        return one((char) ('0' + value / 10)).one((char) ('0' + value % 10));
    }

    private Text one(char letter) {
        bytes[size++] = (byte) letter;
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
