package vn.daihoi.consultation.cluster;

/** From numbers to numbers that aren't negative, without an object for each. */
final class LongMap {

    private static final int NONE = -1;

    private long[] keys = new long[1024];
    // one more than the value, 0 for a free place
    private int[] values = new int[1024];
    private int size;

    int size() {
        return size;
    }

    int get(long key) {
        return values[place(key)] - 1;
    }

    void put(long key, int value) {
        if (2 * size >= keys.length) {
            grow();
        }
        int at = place(key);
        if (values[at] - 1 == NONE) {
            size++;
        }
        keys[at] = key;
        values[at] = value + 1;
    }

    private int place(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & keys.length - 1;
        while (values[at] != 0 && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != 0) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}
