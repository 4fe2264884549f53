// SPDX-License-Identifier: MIT
#include "core/text/table_text.h"

#include <algorithm>

namespace coroscope {

namespace {

/// Columns on the screen: characters, not bytes.
std::size_t widthOf(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string padded(std::string text, std::size_t width)
{
    const std::size_t used = widthOf(text);
    return text.append(used < width ? width - used : 0, ' ');
}

std::string replaced(std::string_view text, std::string (*replace)(char))
{
    std::string out;
    for (const char c : text)
        out += replace(c);
    return out;
}

std::string inMarkdown(char c)
{
    return c == '|' ? "\\|" : c == '\n' ? " " : std::string(1, c);
}

std::string inHtml(char c)
{
    return c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
}

std::string inLatex(char c)
{
    switch (c) {
    case '\\': return "\\textbackslash{}";
    case '~': return "\\textasciitilde{}";
    case '^': return "\\textasciicircum{}";
    case '&':
    case '%':
    case '$':
    case '#':
    case '_':
    case '{':
    case '}': return std::string("\\") + c;
    default: return std::string(1, c);
    }
}

std::string csvField(const std::string &text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? "\"\"" : std::string(1, c);
    return out + '"';
}

} // namespace

std::string markdownOf(const JobTable &table)
{
    std::size_t first = 3;
    for (std::size_t slot = 0; slot < table.slots.size(); ++slot)
        first = std::max(first, table.slotText(slot).size());
    std::string head = "| " + std::string(first, ' ') + " |";
    std::string rule = '|' + std::string(first + 2, '-') + '|';
    std::vector<std::size_t> widths;
    for (const JobTable::Job &job : table.jobs) {
        const std::string title = replaced(job.title, inMarkdown);
        widths.push_back(std::max<std::size_t>(widthOf(title), 3));
        head += ' ' + padded(title, widths.back()) + " |";
        rule += std::string(widths.back() + 2, '-') + '|';
    }
    std::string out = head + '\n' + rule + '\n';
    for (std::size_t slot = 0; slot < table.slots.size(); ++slot) {
        out += "| " + padded(table.slotText(slot), first) + " |";
        for (std::size_t job = 0; job < table.jobs.size(); ++job)
            out += ' ' + padded(table.slots[slot][job] ? "`*`" : "", widths[job]) + " |";
        out += '\n';
    }
    return out;
}

std::string csvOf(const JobTable &table)
{
    std::string out = "slot";
    for (const JobTable::Job &job : table.jobs)
        out += ',' + csvField(job.title);
    out += '\n';
    for (std::size_t slot = 0; slot < table.slots.size(); ++slot) {
        out += table.slotText(slot);
        for (std::size_t job = 0; job < table.jobs.size(); ++job)
            out += table.slots[slot][job] ? ",*" : ",";
        out += '\n';
    }
    return out;
}

std::string htmlOf(const JobTable &table)
{
    std::string out = "<table>\n  <thead>\n    <tr><th></th>";
    for (const JobTable::Job &job : table.jobs)
        out += "<th>" + replaced(job.title, inHtml) + "</th>";
    out += "</tr>\n  </thead>\n  <tbody>\n";
    for (std::size_t slot = 0; slot < table.slots.size(); ++slot) {
        out += "    <tr><th>" + table.slotText(slot) + "</th>";
        for (std::size_t job = 0; job < table.jobs.size(); ++job)
            out += table.slots[slot][job] ? "<td>*</td>" : "<td></td>";
        out += "</tr>\n";
    }
    return out + "  </tbody>\n</table>\n";
}

std::string latexOf(const JobTable &table)
{
    std::string out = "\\begin{tabular}{l" + std::string(table.jobs.size(), 'c') + "}\n\\hline\n";
    for (const JobTable::Job &job : table.jobs)
        out += " & " + replaced(job.title, inLatex);
    out += " \\\\\n\\hline\n";
    for (std::size_t slot = 0; slot < table.slots.size(); ++slot) {
        out += table.slotText(slot);
        for (std::size_t job = 0; job < table.jobs.size(); ++job)
            out += table.slots[slot][job] ? " & $*$" : " & ";
        out += " \\\\\n";
    }
    return out + "\\hline\n\\end{tabular}\n";
}

} // namespace coroscope
