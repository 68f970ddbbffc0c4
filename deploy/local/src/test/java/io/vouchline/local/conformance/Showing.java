package io.vouchline.local.conformance;

/**
 * A test that shows a requirement, as it ended.
 *
 * @param module the folder of the module whose test it is
 * @param requirement the number of the requirement
 * @param testClass simple name of the class that ran
 * @param method name of the test method
 * @param result passed, failed or skipped
 */
record Showing(String module, int requirement, String testClass, String method, String result) {

    /** A line that the test's run has written. */
    static Showing read(String module, String line) {
        String[] fields = line.split("\t", -1);
        return new Showing(
                module,
                Integer.parseInt(fields[0]),
                fields[1].substring(fields[1].lastIndexOf('.') + 1),
                fields[2],
                fields[3]);
    }

    boolean passed() {
        return result.equals("passed");
    }

    boolean failed() {
        return result.equals("failed");
    }
}
