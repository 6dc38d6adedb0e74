package vn.daihoi.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import vn.daihoi.document.text.Clause;
import vn.daihoi.document.text.Incoming;

/** Reads files in tests. */
final class Readings {

    private Readings() {}

    static WordFile propose(Docx docx) {
        return read(docx.bytes(), WordFile.TrackedChanges.PROPOSE);
    }

    static WordFile accept(Docx docx) {
        return read(docx.bytes(), WordFile.TrackedChanges.ACCEPT);
    }

    static WordFile read(byte[] bytes, WordFile.TrackedChanges mode) {
        WordReader.Reading reading = new WordReader().read(bytes, mode);
        assertThat(reading).isInstanceOf(WordReader.Reading.Read.class);
        return ((WordReader.Reading.Read) reading).file();
    }

    static String refusal(byte[] bytes) {
        WordReader.Reading reading = new WordReader().read(bytes, WordFile.TrackedChanges.PROPOSE);
        assertThat(reading).isInstanceOf(WordReader.Reading.Refused.class);
        return ((WordReader.Reading.Refused) reading).message();
    }

    /** Each clause on a line: blanks for its depth, kind, label in brackets, text; feeds and tabs as signs. */
    static List<String> lines(WordFile file) {
        return file.clauses().stream().map(Incoming::clause).map(Readings::line).toList();
    }

    static List<String> texts(WordFile file) {
        return file.clauses().stream().map(in -> in.clause().text()).toList();
    }

    /** Each proposal on a line: kind, clause and start, old words, new words. */
    static List<String> proposals(WordFile file) {
        return file.proposals().stream()
                .map(p -> p.kind() + " " + p.clause() + ":" + p.start() + " [" + p.oldWords() + "] [" + p.newWords()
                        + "]")
                .toList();
    }

    private static String line(Clause clause) {
        String label = clause.label().isEmpty() ? "" : " [" + clause.label() + "]";
        return " ".repeat(clause.depth()) + clause.kind() + label + " "
                + clause.text().replace('\n', '|').replace('\t', '>');
    }
}
