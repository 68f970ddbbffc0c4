package io.vouchline.local.key;

/** The platform accounts of the demo bank. */
public enum DemoClient {
    /** Speaks Dialogflow, Telavox and our own API, and never sees a code. */
    DEFAULT("demo", "demo-dialogflow.key"),
    /** Speaks Dialogflow as its document has it: codes and answers are revealed. */
    DOCUMENT("demo-document", "demo-document.key"),
    /** The caller of the Telesign document's own sample. */
    TELESIGN("demo-telesign", "demo-telesign.key"),
    /** As before, but the sample's number scores so high that its calls are blocked. */
    TELESIGN_BLOCKED("demo-telesign-blocked", "demo-telesign-blocked.key");

    private final String id;
    private final String keyFile;

    DemoClient(String id, String keyFile) {
        this.id = id;
        this.keyFile = keyFile;
    }

    /** The client's name in the gateway's settings. */
    public String id() {
        return id;
    }

    String keyFile() {
        return keyFile;
    }
}
