// Flattens pages with tools of npm: node flatten.js TOOL < list of "in <TAB> out <TAB> address" lines.
// Started by flatten.py, which installs them.
'use strict';
const fs = require('fs');
const { JSDOM } = require('jsdom');
const { Readability } = require('@mozilla/readability');
const TurndownService = require('turndown');
const { convert } = require('html-to-text');

function down(html) {
  const service = new TurndownService();
  service.remove(['script', 'style', 'noscript']);
  return service.turndown(html);
}

const tools = {
  turndown: html => down(html),
  'html-to-text': html => convert(html, { wordwrap: false }),
  // what reader services print above the text they found
  reader: (html, url) => {
    const page = new JSDOM(html, { url });
    const found = new Readability(page.window.document).parse();
    if (!found) return '';
    let head = `Title: ${found.title}\n\nURL Source: ${url}\n\n`;
    if (found.publishedTime) head += `Published Time: ${found.publishedTime}\n\n`;
    return `${head}Markdown Content:\n${down(found.content)}\n`;
  },
};

for (const line of fs.readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const [from, to, url] = line.split('\t');
  fs.writeFileSync(to, tools[process.argv[2]](fs.readFileSync(from, 'utf8'), url));
}
