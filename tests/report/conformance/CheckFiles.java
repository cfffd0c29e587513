// Asks veraPDF whether files conform. Arguments: the profiles. Standard input: one file a line.
// Standard output: for every file and profile one line of JSON. One process does them all: to
// start Java and to read the profiles takes longer than to check a file.

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class CheckFiles {
    static class Failure {
        int times = 0;
        String message;
        String where;
    }

    public static void main(String[] profiles) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        VeraGreenfieldFoundryProvider.initialise();
        for (String file = in.readLine(); file != null; file = in.readLine()) {
            for (String profile : profiles) {
                out.println(verdict(file, profile));
            }
        }
    }

    static String verdict(String file, String profile) {
        String begin = "{\"file\": " + quoted(file) + ", \"profile\": " + quoted(profile);
        PDFAFlavour flavour = PDFAFlavour.fromString(profile);
        try (FileInputStream bytes = new FileInputStream(file);
             PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            return begin + ", \"conforms\": " + result.isCompliant()
                + ", \"checks\": " + result.getTotalAssertions()
                + ", \"failures\": " + listed(failures(result)) + "}";
        } catch (Exception | StackOverflowError problem) {
            // what cannot be read does not conform, and the files after it still get their turn
            Failure failure = new Failure();
            failure.times = 1;
            failure.message = problem.toString();
            return begin + ", \"conforms\": false, \"checks\": 0, \"failures\": "
                + listed(Map.of("unreadable", failure)) + "}";
        }
    }

    static Map<String, Failure> failures(ValidationResult result) {
        Map<String, Failure> found = new LinkedHashMap<>();
        for (TestAssertion one : result.getTestAssertions()) {
            if (one.getStatus() == TestAssertion.Status.FAILED) {
                String clause = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
                Failure failure = found.computeIfAbsent(clause, key -> new Failure());
                if (failure.times++ == 0) {
                    failure.message = one.getMessage();
                    failure.where = one.getLocation().getContext();
                }
            }
        }
        return found;
    }

    static String listed(Map<String, Failure> failures) {
        StringBuilder list = new StringBuilder("[");
        for (Map.Entry<String, Failure> entry : failures.entrySet()) {
            Failure failure = entry.getValue();
            list.append(list.length() > 1 ? ", " : "")
                .append("{\"clause\": ").append(quoted(entry.getKey()))
                .append(", \"times\": ").append(failure.times)
                .append(", \"message\": ").append(quoted(failure.message))
                .append(", \"where\": ").append(quoted(failure.where)).append("}");
        }
        return list.append("]").toString();
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : (text == null ? "" : text).toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
