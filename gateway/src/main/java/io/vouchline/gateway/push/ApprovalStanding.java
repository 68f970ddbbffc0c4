package io.vouchline.gateway.push;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vouchline.contract.otp.OtpApi.CodeState;

/** How an approval stands. */
record ApprovalStanding(ApprovalState state) {

    static ApprovalStanding of(CodeState state) {
        return new ApprovalStanding(
                switch (state) {
                    case UNKNOWN -> ApprovalState.PENDING;
                    case VALID -> ApprovalState.APPROVED;
                    case EXPIRED -> ApprovalState.EXPIRED;
                    case INVALID, MAX_ATTEMPTS_EXCEEDED -> ApprovalState.DENIED;
                });
    }

    /** The states of an approval. */
    enum ApprovalState {
        /** The app has not answered yet. */
        @JsonProperty("pending")
        PENDING,
        /** Approved, with the right two digits, in time. */
        @JsonProperty("approved")
        APPROVED,
        /** Denied, or approved with wrong digits, or too often. */
        @JsonProperty("denied")
        DENIED,
        /** Nobody answered in time, or something newer took its place. */
        @JsonProperty("expired")
        EXPIRED
    }
}
