<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>writes %n bytes to %1</source>
        <translation>
            <numerusform>writes %n byte to %1</numerusform>
            <numerusform>writes %n bytes to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exercises</name>
    <message numerus="yes">
        <source>%n slot(s) to mark</source>
        <translation>
            <numerusform>%n slot to mark</numerusform>
            <numerusform>%n slots to mark</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SliceChart</name>
    <message numerus="yes">
        <source>%Ln spans</source>
        <translation>
            <numerusform>%Ln span</numerusform>
            <numerusform>%Ln spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lanes</source>
        <translation>
            <numerusform>%Ln lane</numerusform>
            <numerusform>%Ln lanes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SliceDetails</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SliceRemarks</name>
    <message numerus="yes">
        <source>%Ln events could not be used.</source>
        <translation>
            <numerusform>%Ln event could not be used.</numerusform>
            <numerusform>%Ln events could not be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln spans lie within more than 65000 others and are left out.</source>
        <translation>
            <numerusform>%Ln span lies within more than 65000 others and is left out.</numerusform>
            <numerusform>%Ln spans lie within more than 65000 others and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events could not be used; they are written as they are.</source>
        <translation>
            <numerusform>%Ln event could not be used; it is written as it is.</numerusform>
            <numerusform>%Ln events could not be used; they are written as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln numbers that JSON does not know (NaN, Infinity) are written as texts.</source>
        <translation>
            <numerusform>%Ln number that JSON does not know (NaN, Infinity) is written as a text.</numerusform>
            <numerusform>%Ln numbers that JSON does not know (NaN, Infinity) are written as texts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StreamReader</name>
    <message numerus="yes">
        <source>%n events were lost when this was recorded</source>
        <translation>
            <numerusform>%n event was lost when this was recorded</numerusform>
            <numerusform>%n events were lost when this was recorded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>… and %n more slots</source>
        <translation>
            <numerusform>… and %n more slot</numerusform>
            <numerusform>… and %n more slots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier lines …</source>
        <translation>
            <numerusform>%n earlier line …</numerusform>
            <numerusform>%n earlier lines …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coroscope::ChartTable</name>
    <message numerus="yes">
        <source>%n lanes; up and down go from lane to lane, left and right from span to span, Return goes there</source>
        <translation>
            <numerusform>%n lane; up and down go from lane to lane, left and right from span to span, Return goes there</numerusform>
            <numerusform>%n lanes; up and down go from lane to lane, left and right from span to span, Return goes there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coroscope::ChartWidget</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coroscope::ChipField</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coroscope::ExerciseView</name>
    <message numerus="yes">
        <source>%n slot(s) are not as in the run.</source>
        <translation>
            <numerusform>%n slot is not as in the run.</numerusform>
            <numerusform>%n slots are not as in the run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coroscope::ExportDialog</name>
    <message numerus="yes">
        <source>That would be %n pictures; a higher speed makes it shorter.</source>
        <translation>
            <numerusform>That would be %n picture; a higher speed makes it shorter.</numerusform>
            <numerusform>That would be %n pictures; a higher speed makes it shorter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coroscope::MainWindow</name>
    <message numerus="yes">
        <source>%Ln events are recorded; of a run that goes on, no more are kept.</source>
        <translation>
            <numerusform>%Ln event is recorded; of a run that goes on, no more is kept.</numerusform>
            <numerusform>%Ln events are recorded; of a run that goes on, no more are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coroscope::Notices</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coroscope::SearchBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
</TS>
