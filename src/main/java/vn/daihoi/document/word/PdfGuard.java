package vn.daihoi.document.word;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a PDF: first at how large it gets, on the bytes themselves, then at every object of it for what would act. */
final class PdfGuard {

    private static final Logger LOG = LoggerFactory.getLogger(PdfGuard.class);

    private static final long MAX_STREAM = 96L * 1024 * 1024;
    private static final long MAX_TOTAL = 384L * 1024 * 1024;
    private static final int MAX_OBJECTS = 500_000;
    private static final int MAX_DEPTH = 200;
    private static final int MAX_PAGES = 2_000;

    /** Pages looked through for stamps: those stand on the first. */
    private static final int PAGES_READ = 3;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    private static final Set<String> ACTING = Set.of(
            "JavaScript",
            "JS",
            "Launch",
            "EmbeddedFile",
            "EmbeddedFiles",
            "RichMedia",
            "XFA",
            "SubmitForm",
            "ImportData",
            "Rendition",
            "Movie",
            "GoToE",
            "GoToR");

    private static final String BROKEN = "Tệp PDF bị hỏng nên không đọc được. Hãy xuất lại tệp rồi tải lên lần nữa.";
    private static final String BOMB =
            "Tệp khi giải nén lớn bất thường nên hệ thống không mở. Hãy xuất lại tệp với ảnh nhỏ hơn rồi tải lên.";
    private static final String LOCKED =
            "Tệp được đặt mật khẩu hoặc mã hóa nên không đọc được. Hãy bỏ mật khẩu rồi tải lên lần nữa.";
    private static final String ACTIVE =
            "Tệp PDF có nội dung tự chạy, biểu mẫu động hoặc tệp đính kèm nên không được nhận. Hãy in lại ra PDF rồi tải lên.";

    private PdfGuard() {}

    /** Why it can't be taken, as a Vietnamese sentence; null when it can. */
    static @Nullable String refusal(byte[] bytes) {
        if (!fits(bytes)) {
            return BOMB;
        }
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            if (pdf.isEncrypted()) {
                return LOCKED;
            }
            if (pdf.getNumberOfPages() == 0 || pdf.getNumberOfPages() > MAX_PAGES) {
                return BROKEN;
            }
            return new Walk().refusal(pdf);
        } catch (InvalidPasswordException locked) {
            return LOCKED;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            LOG.debug("A PDF that can't be read", broken);
            return BROKEN;
        }
    }

    /** The lines of its first pages; none when they are pictures. */
    static List<String> lines(byte[] bytes) {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            var stripper = new PDFTextStripper();
            stripper.setEndPage(PAGES_READ);
            return stripper.getText(pdf).lines().toList();
        } catch (IOException | RuntimeException unreadable) {
            LOG.debug("A PDF without readable text", unreadable);
            return List.of();
        }
    }

    /** Whether everything that is packed in it stays within bounds; whatever a dictionary claims is not believed. */
    private static boolean fits(byte[] bytes) {
        if (new String(bytes, StandardCharsets.ISO_8859_1).contains("/LZWDecode")) {
            return false;
        }
        long total = 0;
        int at = 0;
        while (at < bytes.length) {
            int start = afterKeyword(bytes, at);
            if (start < 0) {
                return true;
            }
            var inflated = new long[1];
            int used = inflate(bytes, start, inflated);
            total += inflated[0];
            if (inflated[0] > MAX_STREAM || total > MAX_TOTAL) {
                return false;
            }
            at = start + used;
        }
        return true;
    }

    /** Where the data begins after the next keyword that opens a stream; -1 when there is none. */
    private static int afterKeyword(byte[] bytes, int from) {
        outer:
        for (int i = from; i + STREAM.length + 2 < bytes.length; i++) {
            for (int j = 0; j < STREAM.length; j++) {
                if (bytes[i + j] != STREAM[j]) {
                    continue outer;
                }
            }
            int after = i + STREAM.length;
            if (bytes[after] == '\r' && bytes[after + 1] == '\n') {
                return after + 2;
            }
            if (bytes[after] == '\n' || bytes[after] == '\r') {
                return after + 1;
            }
        }
        return -1;
    }

    /** Inflates what lies there, if it is packed at all, and tells how many bytes it took; how many come out is in out. */
    private static int inflate(byte[] bytes, int start, long[] out) {
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes, start, bytes.length - start);
            var buffer = new byte[1 << 16];
            int n = inflater.inflate(buffer);
            if (n > 2 && packed(buffer)) {
                // what unpacks to something packed again is never seen at its full size
                out[0] = Long.MAX_VALUE / 2;
                return 0;
            }
            while (n > 0 && out[0] <= MAX_STREAM) {
                out[0] += n;
                n = inflater.inflate(buffer);
            }
            return Math.toIntExact(inflater.getBytesRead());
        } catch (DataFormatException notPacked) {
            LOG.trace("A stream that isn't packed this way", notPacked);
            return 0;
        } finally {
            inflater.end();
        }
    }

    private static boolean packed(byte[] start) {
        var inflater = new Inflater();
        try {
            inflater.setInput(start);
            return start[0] == 0x78 && inflater.inflate(new byte[1024]) == 1024;
        } catch (DataFormatException notPacked) {
            LOG.trace("Unpacked once is enough", notPacked);
            return false;
        } finally {
            inflater.end();
        }
    }

    /** Goes through every object once. */
    private static final class Walk {

        private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        @Nullable
        String refusal(PDDocument pdf) {
            var cos = pdf.getDocument();
            for (var key : List.copyOf(cos.getXrefTable().keySet())) {
                var refusal = look(cos.getObjectFromPool(key), 0);
                if (refusal != null) {
                    return refusal;
                }
            }
            return look(cos.getTrailer(), 0);
        }

        private @Nullable String look(@Nullable COSBase found, int depth) {
            var base = found instanceof COSObject object ? object.getObject() : found;
            if (base == null || !(base instanceof COSDictionary || base instanceof COSArray) || !seen.add(base)) {
                return null;
            }
            if (seen.size() > MAX_OBJECTS || depth > MAX_DEPTH) {
                return BROKEN;
            }
            if (base instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    var refusal = look(array.get(i), depth + 1);
                    if (refusal != null) {
                        return refusal;
                    }
                }
                return null;
            }
            var dictionary = (COSDictionary) base;
            if (dictionary instanceof COSStream stream && packedTwice(stream)) {
                return BOMB;
            }
            for (var entry : dictionary.entrySet()) {
                var value = entry.getValue() instanceof COSObject object ? object.getObject() : entry.getValue();
                if (ACTING.contains(entry.getKey().getName())
                        || (value instanceof COSName name && acts(entry.getKey(), name))) {
                    return ACTIVE;
                }
                // the page tree leads back up to where one came from
                if (!COSName.PARENT.equals(entry.getKey())) {
                    var refusal = look(value, depth + 1);
                    if (refusal != null) {
                        return refusal;
                    }
                }
            }
            return null;
        }

        /** Names act only as the kind of an action or an object; elsewhere they may name a font. */
        private static boolean acts(COSName key, COSName value) {
            return (COSName.S.equals(key) || COSName.TYPE.equals(key) || COSName.SUBTYPE.equals(key))
                    && ACTING.contains(value.getName());
        }

        /** What unpacks to something packed again was never seen at its full size. */
        private static boolean packedTwice(COSStream stream) {
            if (!(stream.getFilters() instanceof COSArray filters)) {
                return COSName.LZW_DECODE.equals(stream.getFilters())
                        || COSName.LZW_DECODE_ABBREVIATION.equals(stream.getFilters());
            }
            int packing = 0;
            for (int i = 0; i < filters.size(); i++) {
                var name = filters.getName(i);
                if (name != null
                        && (name.startsWith("Fl")
                                || name.startsWith("LZW")
                                || name.startsWith("R")
                                || name.startsWith("A"))) {
                    packing++;
                }
            }
            return packing > 1;
        }
    }
}
