// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/slice_details.h"

#include "app/readers/event_details.h"
#include "app/timeline/describe.h"
#include "app/timeline/slice_hit.h"
#include "core/slices/slice_relations.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace coroscope {

namespace {

using formats::EventDetails;
using formats::EventValue;

class DetailsWriter {
    Q_DECLARE_TR_FUNCTIONS(SliceDetails)

public:
    DetailsWriter(const Slices &slices, const SliceAddress &address)
        : m_slices(slices), m_address(address), m_lane(slices.lanes()[address.lane]),
          m_slice(m_lane.rows[address.row].at(address.index))
    {
    }

    std::vector<DetailRow> write(formats::ByteSource *text)
    {
        EventDetails event;
        if (text)
            event = formats::readEvent(*text, m_slice.place);
        add(tr("Name"), QString::fromStdString(m_slices.name(m_slice.name)));
        addMember(tr("Category"), event, u"cat");
        addTimes();
        addPlace();
        if (text)
            addEvent(event, *text);
        return std::move(m_rows);
    }

private:
    void add(const QString &label, const QString &value) { m_rows.push_back({label, value}); }

    void addMember(const QString &label, const EventDetails &event, QStringView key)
    {
        if (const EventValue *value = event.find(key); value && !value->text.isEmpty())
            add(label, value->text);
    }

    void addTimes()
    {
        const auto instant = [this](std::int64_t at) { return timeline::instantText(at, m_slice.duration); };
        const auto length = [](std::int64_t duration) { return timeline::durationText(Duration(duration)); };
        add(tr("Begin"), instant(m_slice.begin));
        add(tr("End"),
            m_slice.open ? tr("none in the file; shown up to the end of the trace") : instant(m_slice.end()));
        add(tr("Duration"), length(m_slice.duration));
        const std::int64_t self = selfTimeOf(m_slices, m_address);
        const double share =
            m_slice.duration > 0 ? static_cast<double>(self) / static_cast<double>(m_slice.duration) : 1;
        add(tr("Self time"), tr("%1 (%2 %)").arg(length(self), QLocale().toString(100 * share, 'f', 1)));
    }

    void addPlace()
    {
        if (const auto parent = parentOf(m_slices, m_address)) {
            const SliceName name = m_lane.rows[parent->row].name(parent->index);
            m_rows.push_back({tr("Parent"), QString::fromStdString(m_slices.name(name)), {}, parent});
        }
        add(tr("Process"), timeline::processText(m_lane));
        add(QStringLiteral("pid"), QString::fromStdString(m_lane.pid));
        add(m_lane.kind == SliceLane::Kind::Async ? tr("Operation") : tr("Thread"), timeline::laneText(m_lane));
        if (m_lane.kind == SliceLane::Kind::Thread)
            add(QStringLiteral("tid"), QString::fromStdString(m_lane.tid));
    }

    void addEvent(EventDetails &event, formats::ByteSource &text)
    {
        if (!event.problem.isEmpty()) {
            add(tr("Arguments"), event.problem);
            return;
        }
        DetailRow arguments{tr("Arguments"), {}};
        if (const EventValue *args = event.find(u"args"))
            arguments = rowOf(*args, tr("Arguments"));
        addEndArguments(arguments, text);
        arguments.value = arguments.rows.empty() ? arguments.value : QString();
        if (arguments.rows.empty() && (arguments.value.isEmpty() || arguments.value == QStringLiteral("{}")))
            arguments.value = tr("none");
        m_rows.push_back(std::move(arguments));
        DetailRow others{tr("Also in the file"), {}};
        for (const EventValue &value : event.members)
            if (std::ranges::find(kShown, QStringView(value.key)) == kShown.end())
                others.rows.push_back(rowOf(value, value.key));
        if (event.cut)
            others.rows.push_back({QStringLiteral("…"), tr("the event is longer than can be shown")});
        m_rows.push_back(std::move(others));
    }

    /// What is said when the span ends goes over what was said when it began, as in other viewers.
    void addEndArguments(DetailRow &arguments, formats::ByteSource &text)
    {
        const auto end = m_slices.endPlace(m_slice.place);
        if (!end)
            return;
        const EventDetails event = formats::readEvent(text, *end);
        const EventValue *const args = event.find(u"args");
        for (const EventValue &value : args ? args->members : std::vector<EventValue>()) {
            const auto known = std::ranges::find(arguments.rows, value.key, &DetailRow::label);
            if (known != arguments.rows.end())
                *known = rowOf(value, value.key);
            else
                arguments.rows.push_back(rowOf(value, value.key));
        }
    }

    static DetailRow rowOf(const EventValue &value, const QString &label)
    {
        DetailRow row{label, value.text};
        std::size_t number = 0;
        for (const EventValue &member : value.members) {
            row.rows.push_back(rowOf(member, member.key.isEmpty() ? QStringLiteral("[%1]").arg(number) : member.key));
            ++number;
        }
        if (value.left > 0)
            row.rows.push_back({QStringLiteral("…"), tr("%Ln more", nullptr, static_cast<int>(value.left))});
        return row;
    }

    static constexpr std::array<QStringView, 5> kShown{u"name", u"cat", u"pid", u"tid", u"args"};

    const Slices &m_slices;
    SliceAddress m_address;
    const SliceLane &m_lane;
    Slice m_slice;
    std::vector<DetailRow> m_rows;
};

void appendText(QString &text, const std::vector<DetailRow> &rows, int depth)
{
    for (const DetailRow &row : rows) {
        text += QString(2 * depth, QLatin1Char(' ')) + row.label;
        if (!row.value.isEmpty())
            text += QLatin1Char('\t') + row.value;
        text += QLatin1Char('\n');
        appendText(text, row.rows, depth + 1);
    }
}

} // namespace

std::vector<DetailRow> detailsOf(const Slices &slices, const SliceAddress &address, formats::ByteSource *text)
{
    return DetailsWriter(slices, address).write(text);
}

QString plainTextOf(const std::vector<DetailRow> &rows)
{
    QString text;
    appendText(text, rows, 0);
    return text;
}

} // namespace coroscope
