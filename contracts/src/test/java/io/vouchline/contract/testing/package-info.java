/**
 * What the services' tests share: real stores, real keys and tokens, and the rules of the house.
 */
package io.vouchline.contract.testing;
