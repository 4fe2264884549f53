// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/web/page_head.h"

#include "app/course/lesson_texts.h"
#include "app/course/line_map.h"
#include "app/timeline/layout.h"

#include <algorithm>
#include <iterator>

namespace coroscope::formats {

namespace {

constexpr double kLegendWidth = 520;
constexpr std::size_t kMostColumns = 400;

QJsonArray answersOf(const Question &question)
{
    QJsonArray answers;
    for (const Question::Answer &answer : question.answers)
        answers.append(QJsonArray{answer.text, answer.right ? 1 : 0});
    return answers;
}

/// Moved up by `top`.
template <class Item>
void lift(Item &item, double top)
{
    item.rect.translate(0, -top);
}

} // namespace

std::function<QString(const QString &)> titlesOf(const std::string &lesson, const QString &shown)
{
    if (listingOf(QString::fromStdString(lesson)).isEmpty())
        return [shown](const QString &) { return shown; };
    QString behind;
    for (const QString &each : textLanguages()) {
        if (const QString own = lessonTitle(lesson, each); shown.startsWith(own))
            behind = shown.mid(own.size());
    }
    return [lesson, behind](const QString &language) { return lessonTitle(lesson, language) + behind; };
}

QJsonObject aboutData(const PagedRun &run, const QString &language)
{
    const QString id = QString::fromStdString(run.info.name);
    if (run.info.dialect != Dialect::Lesson || listingOf(id).isEmpty())
        return {};
    const LessonTexts &texts = lessonTexts(id, language);
    QJsonArray goals;
    for (const Goal &goal : texts.goals)
        goals.append(goal.text);
    return {{QStringLiteral("text"), texts.introduction},
            {QStringLiteral("notice"), QJsonArray::fromStringList(texts.notice)},
            {QStringLiteral("ask"), texts.ask.text},
            {QStringLiteral("answers"), answersOf(texts.ask)},
            {QStringLiteral("belief"), texts.misconception.belief},
            {QStringLiteral("refutation"), texts.misconception.refutation},
            {QStringLiteral("goals"), goals}};
}

QJsonObject legendData(const timeline::SheetRequest &sheet, Palette &palette)
{
    timeline::ChartRequest chart = sheet.chart;
    chart.size = {kLegendWidth, 4000};
    chart.fontScale = 0.72;
    chart.legend = true;
    chart.theme = palette.theme();
    chart.runs.resize(1);
    const timeline::Scene scene = timeline::layoutChart(chart);
    timeline::Layer legend;
    const auto isLegend = [](const auto &item) { return item.key.part == timeline::ItemKey::Part::Legend; };
    for (const timeline::Layer &layer : scene.layers) {
        std::ranges::copy_if(layer.boxes, std::back_inserter(legend.boxes), isLegend);
        std::ranges::copy_if(layer.hatches, std::back_inserter(legend.hatches), isLegend);
        std::ranges::copy_if(layer.texts, std::back_inserter(legend.texts), isLegend);
    }
    double top = 1e300;
    double bottom = 0;
    const auto reach = [&](const QRectF &rect) {
        top = std::min(top, rect.top());
        bottom = std::max(bottom, rect.bottom());
    };
    std::ranges::for_each(legend.boxes, [&](const timeline::Box &box) { reach(box.rect); });
    std::ranges::for_each(legend.texts, [&](const timeline::Text &text) { reach(text.bounds()); });
    if (bottom == 0)
        return {};
    top = std::floor(top) - 4;
    std::ranges::for_each(legend.boxes, [top](timeline::Box &box) { lift(box, top); });
    std::ranges::for_each(legend.hatches, [top](timeline::Hatch &hatch) { lift(hatch, top); });
    std::ranges::for_each(legend.texts, [top](timeline::Text &text) { text.at.ry() -= top; });
    return {{QStringLiteral("w"), kLegendWidth},
            {QStringLiteral("h"), std::ceil(bottom - top) + 4},
            {QStringLiteral("e"), stillData({legend}, palette)}};
}

QJsonArray overviewData(const std::vector<ActorId> &takers, Palette &palette)
{
    QJsonArray colors;
    const std::size_t columns = std::min(takers.size(), kMostColumns);
    for (std::size_t column = 0; column < columns; ++column) {
        const ActorId taker = takers[(2 * column + 1) * takers.size() / (2 * columns)];
        colors.append(taker == ActorId::None ? -1 : palette.numberOfTask(taker));
    }
    return colors;
}

} // namespace coroscope::formats
