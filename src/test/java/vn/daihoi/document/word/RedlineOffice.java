package vn.daihoi.document.word;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** LibreOffice without a window, in a profile of its own: what other people's programs make of our files. */
final class RedlineOffice {

    private static final Path PROGRAM = Path.of("/usr/bin/soffice");
    private static final String LIBRARY =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
                library:readonly="false" library:passwordprotected="false">
              <library:element library:name="Changes"/>
            </library:library>
            """;
    private static final String MODULE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes"
                script:language="StarBasic">
            Sub Settle(source As String, target As String, command As String)
              Dim how(0) As New com.sun.star.beans.PropertyValue
              how(0).Name = "Hidden" : how(0).Value = True
              Dim form(0) As New com.sun.star.beans.PropertyValue
              form(0).Name = "FilterName" : form(0).Value = "MS Word 2007 XML"
              file = StarDesktop.loadComponentFromURL(source, "_blank", 0, how())
              dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
              If command &lt;&gt; "" Then
                dispatcher.executeDispatch(file.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
              End If
              file.storeToURL(target, form())
              file.close(True)
            End Sub
            </script:module>
            """;

    private final Path folder;
    private int files;

    /** Skips the test that asks where LibreOffice isn't installed. */
    RedlineOffice(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "skipped: no LibreOffice here");
        this.folder = folder;
        // The first start makes the profile and would overwrite the macro.
        run("--terminate_after_init");
        Path standard = folder.resolve("profile/user/basic/Standard");
        Files.writeString(standard.resolve("script.xlb"), LIBRARY);
        Files.writeString(standard.resolve("Changes.xba"), MODULE);
    }

    /** The file with all changes accepted. */
    byte[] accept(byte[] file) throws IOException, InterruptedException {
        return settle(file, "AcceptAllTrackedChanges");
    }

    /** The file with all changes rejected. */
    byte[] reject(byte[] file) throws IOException, InterruptedException {
        return settle(file, "RejectAllTrackedChanges");
    }

    /** The file opened and saved. */
    byte[] save(byte[] file) throws IOException, InterruptedException {
        return settle(file, "");
    }

    /** A page as a Word file. */
    byte[] fromHtml(String html) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve(++files + ".html"), html);
        run(
                "--infilter=HTML (StarWriter)",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                folder.toString(),
                source.toString());
        return Files.readAllBytes(folder.resolve(files + ".docx"));
    }

    private byte[] settle(byte[] file, String command) throws IOException, InterruptedException {
        Path source = folder.resolve(++files + ".docx");
        Path target = folder.resolve(files + "-out.docx");
        Files.write(source, file);
        run("macro:///Standard.Changes.Settle(\"%s\",\"%s\",\"%s\")"
                .formatted(source.toUri(), target.toUri(), command));
        return Files.readAllBytes(target);
    }

    private void run(String... what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "--headless", "--norestore"));
        command.add("-env:UserInstallation=" + folder.resolve("profile").toUri());
        command.addAll(List.of(what));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("LibreOffice didn't come to an end");
        }
    }
}
