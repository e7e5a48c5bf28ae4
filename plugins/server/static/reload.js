// Loads the page again when the site it belongs to was built anew. The server adds this file to the pages it serves.
(() => {
    const script = document.currentScript;
    const overlay = document.getElementById("pregon-overlay");
    const shown = decodeURIComponent(location.pathname).slice(1).replace(/(^|\/)$/, "$1index.html");
    let version = script.dataset.version;
    let source = null;

    function concerns(file) {
        // Whatever is no page may be part of every page.
        return file === shown || !/\.(html|xml|txt)$/.test(file);
    }

    function hear(event) {
        const news = JSON.parse(event.data);
        if (news.version === version) {
            return;
        }
        if (news.outputs && !news.outputs.some(concerns)) {
            version = news.version;
            return;
        }
        source.close();
        location.reload();
    }

    function listen() {
        source?.close();
        source = new EventSource("/__pregon__/events");
        source.onmessage = hear;
    }

    // A browser opens six connections to one host: a page that nobody sees must not keep one.
    document.addEventListener("visibilitychange", () => (document.hidden ? source?.close() : listen()));
    addEventListener("pagehide", () => source?.close());
    addEventListener("pageshow", (event) => event.persisted && listen());
    addEventListener("keydown", (event) => {
        if (event.key === "Escape" && overlay) {
            overlay.querySelector("details").open = false;
        }
    });
    if (!document.hidden) {
        listen();
    }
})();
