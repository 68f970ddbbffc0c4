package io.vouchline.gateway.conversation;

/**
 * The document's input parameters. N retries are N + 1 askings.
 *
 * @param level {@code auth_level_req}, 0 to 2
 * @param accounts {@code account_auth_enabled}
 * @param cards {@code card_auth_enabled}
 * @param numberRetries {@code max_retry_telephone_counter}: numbers without customer
 * @param answerRetries {@code max_retry_security_ans_count}: unusable answers to one question
 * @param cardRetries {@code max_retry_card_counter}: unusable digits of the debit card
 * @param codeRetries {@code max_retry_otp_count}: wrong codes
 * @param notReceivedRetries {@code max_retry_otp_not_received}: times that the code is sent again
 * @param keyRetries {@code max_retry_security_key}: wrong keys
 * @param denials {@code security_ans_denial_count}: refusals that are put up with
 * @param wrongAnswers {@code security_ans_mid_count}: so many wrong answers end it
 * @param codeLength {@code otp_length}, 4 to 10
 * @param keyLength {@code security_key_length}, 6 to 8
 */
public record Parameters(
        int level,
        boolean accounts,
        boolean cards,
        int numberRetries,
        int answerRetries,
        int cardRetries,
        int codeRetries,
        int notReceivedRetries,
        int keyRetries,
        int denials,
        int wrongAnswers,
        int codeLength,
        int keyLength) {}
