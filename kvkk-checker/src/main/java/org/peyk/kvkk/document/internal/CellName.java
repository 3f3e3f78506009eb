package org.peyk.kvkk.document.internal;

/** Names of table cells as spreadsheets write them: column letters and row number, such as {@code D7}. */
public final class CellName {

    private CellName() {}

    /**
     * The name of a cell.
     *
     * @param row from 0
     * @param column from 0
     * @return such as {@code D7}
     */
    public static String of(long row, int column) {
        return column(column) + (row + 1);
    }

    /**
     * The letters of a column.
     *
     * @param column from 0
     * @return such as {@code D}
     */
    public static String column(int column) {
        StringBuilder letters = new StringBuilder();
        for (int n = column; n >= 0; n = n / 26 - 1) {
            letters.insert(0, (char) ('A' + n % 26));
        }
        return letters.toString();
    }

    /**
     * The column of a cell's name.
     *
     * @param name such as {@code D7}
     * @return from 0, or -1 when the name starts without letters or with too many
     */
    public static int columnOf(String name) {
        int column = 0;
        int i = 0;
        while (i < name.length() && name.charAt(i) >= 'A' && name.charAt(i) <= 'Z') {
            if (i == 3) {
                return -1;
            }
            column = column * 26 + name.charAt(i++) - 'A' + 1;
        }
        return column - 1;
    }
}
