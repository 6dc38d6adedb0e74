package vn.daihoi.consultation.report;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An address as squares to scan.
 *
 * @param size how many squares a side has, with the white border scanners need
 * @param bars the black ones, row by row
 */
public record QrCode(int size, List<Bar> bars) {

    /** Keeps its own copy. */
    public QrCode {
        bars = List.copyOf(bars);
    }

    /**
     * Black squares side by side.
     *
     * @param x the first, from 0 at the left
     * @param y the row, from 0 at the top
     * @param width how many
     */
    public record Bar(int x, int y, int width) {}

    /** Draws an address; legible with a sixth of it damaged, as on a notice board. */
    public static QrCode of(String address) {
        BitMatrix squares;
        try {
            squares = new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8"));
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
        var bars = new ArrayList<Bar>();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                int end = x;
                while (end < squares.getWidth() && squares.get(end, y)) {
                    end++;
                }
                if (end > x) {
                    bars.add(new Bar(x, y, end - x));
                    x = end;
                }
            }
        }
        return new QrCode(squares.getWidth(), bars);
    }

    /** The black squares as the path of an SVG picture of {@code size} by {@code size} units. */
    public String path() {
        var path = new StringBuilder();
        for (var bar : bars) {
            path.append('M').append(bar.x()).append(' ').append(bar.y()).append('h');
            path.append(bar.width()).append("v1h-").append(bar.width()).append('z');
        }
        return path.toString();
    }
}
