// The keys are for the reader as soon as it has painted something: textual-serve marks the body then.
new MutationObserver((_, observer) => {
  if (document.body.classList.contains("-first-byte")) {
    observer.disconnect();
    document.querySelector("textarea").focus();
  }
}).observe(document.documentElement, { subtree: true, attributeFilter: ["class"] });
