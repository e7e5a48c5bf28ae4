// A click on a video turns its link into the private player. Without this script the link leads to the video.
const players = /^https:\/\/(www\.youtube-nocookie\.com|player\.vimeo\.com)\//;

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-embed]");
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || !players.test(link.dataset.embed)) return;
  event.preventDefault();
  const address = new URL(link.dataset.embed);
  address.searchParams.set("autoplay", "1");
  const player = document.createElement("iframe");
  player.className = "video-player";
  player.title = link.querySelector(".video-title").textContent;
  player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  player.tabIndex = 0;
  // YouTube refuses to play when it is not told which site asks.
  player.referrerPolicy = "strict-origin-when-cross-origin";
  player.src = address;
  link.replaceWith(player);
  player.focus();
});
