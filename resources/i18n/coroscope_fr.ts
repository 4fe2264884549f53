<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Fichiers &amp;récents</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Lecture</translation>
    </message>
    <message>
        <source>&amp;Speed</source>
        <translation>&amp;Vitesse</translation>
    </message>
    <message>
        <source>&amp;Lesson</source>
        <translation>Le&amp;çon</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>Comparer &amp;avec</translation>
    </message>
    <message>
        <source>P&amp;resentation</source>
        <translation>Pré&amp;sentation</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Réglages</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
    <message>
        <source>To the &amp;next task switch</source>
        <translation>Au &amp;changement de tâche suivant</translation>
    </message>
    <message>
        <source>Runs until another task is about to get the thread</source>
        <translation>Avance jusqu’à ce qu’une autre tâche soit sur le point de recevoir le thread</translation>
    </message>
    <message>
        <source>To the pre&amp;vious task switch</source>
        <translation>Au changement de tâche &amp;précédent</translation>
    </message>
    <message>
        <source>Goes back to the turn before</source>
        <translation>Revient au changement d’avant</translation>
    </message>
    <message>
        <source>One &amp;event on</source>
        <translation>Un événement plus lo&amp;in</translation>
    </message>
    <message>
        <source>The smallest step there is</source>
        <translation>Le plus petit pas possible</translation>
    </message>
    <message>
        <source>One event &amp;back</source>
        <translation>Un événement en &amp;arrière</translation>
    </message>
    <message>
        <source>Goes back by the smallest step</source>
        <translation>Revient du plus petit pas possible</translation>
    </message>
    <message>
        <source>To the next p&amp;ass of the loop</source>
        <translation>Au &amp;tour de boucle suivant</translation>
    </message>
    <message>
        <source>Runs everything that is ready now</source>
        <translation>Exécute tout ce qui est prêt maintenant</translation>
    </message>
    <message>
        <source>To the previous pass of the &amp;loop</source>
        <translation>Au tour de &amp;boucle précédent</translation>
    </message>
    <message>
        <source>Goes back to the pass before</source>
        <translation>Revient au tour de boucle d’avant</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>Plus &amp;vite</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>Plus &amp;lentement</translation>
    </message>
    <message>
        <source>&amp;Normal speed</source>
        <translation>Vitesse &amp;normale</translation>
    </message>
    <message>
        <source>A second of the run lasts a second</source>
        <translation>Une seconde de l’exécution dure une seconde</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Lecture ou pause</translation>
    </message>
    <message>
        <source>Lets time run, or stops it</source>
        <translation>Laisse le temps s’écouler, ou l’arrête</translation>
    </message>
    <message>
        <source>To the s&amp;tart</source>
        <translation>Au &amp;début</translation>
    </message>
    <message>
        <source>Back to where nothing has run yet</source>
        <translation>Revient là où rien ne s’est encore exécuté</translation>
    </message>
    <message>
        <source>To the en&amp;d</source>
        <translation>À la &amp;fin</translation>
    </message>
    <message>
        <source>On to where everything has run</source>
        <translation>Va là où tout s’est exécuté</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom &amp;avant</translation>
    </message>
    <message>
        <source>Shows less time, and more of it</source>
        <translation>Montre moins de temps, en plus grand</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom arrièr&amp;e</translation>
    </message>
    <message>
        <source>Shows more time</source>
        <translation>Montre plus de temps</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>Tout &amp;montrer</translation>
    </message>
    <message>
        <source>The whole run, from its beginning to its end</source>
        <translation>Toute l’exécution, du début à la fin</translation>
    </message>
    <message>
        <source>&amp;Larger type</source>
        <translation>Texte plus &amp;grand</translation>
    </message>
    <message>
        <source>Makes all the window&apos;s text larger</source>
        <translation>Agrandit tout le texte de la fenêtre</translation>
    </message>
    <message>
        <source>&amp;Smaller type</source>
        <translation>Texte plus p&amp;etit</translation>
    </message>
    <message>
        <source>Makes all the window&apos;s text smaller</source>
        <translation>Réduit tout le texte de la fenêtre</translation>
    </message>
    <message>
        <source>Standard type si&amp;ze</source>
        <translation>Taille de texte &amp;normale</translation>
    </message>
    <message>
        <source>The size that suits this screen</source>
        <translation>La taille qui convient à cet écran</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>Dark text on white</source>
        <translation>Texte sombre sur fond blanc</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>Light text on a dark ground</source>
        <translation>Texte clair sur fond sombre</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;Impression</translation>
    </message>
    <message>
        <source>Black on white, as on paper</source>
        <translation>Noir sur blanc, comme sur le papier</translation>
    </message>
    <message>
        <source>List of &amp;lessons</source>
        <translation>&amp;Liste des leçons</translation>
    </message>
    <message>
        <source>Shows or hides the column on the left</source>
        <translation>Montre ou cache la colonne de gauche</translation>
    </message>
    <message>
        <source>&amp;Tables</source>
        <translation>&amp;Tableaux</translation>
    </message>
    <message>
        <source>Shows or hides what is below the chart</source>
        <translation>Montre ou cache ce qui est sous le diagramme</translation>
    </message>
    <message>
        <source>Source and &amp;console</source>
        <translation>Source et &amp;console</translation>
    </message>
    <message>
        <source>Shows or hides the column on the right</source>
        <translation>Montre ou cache la colonne de droite</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparer</translation>
    </message>
    <message>
        <source>Shows the lesson beside the one it is compared with, or alone again</source>
        <translation>Montre la leçon avec celle à laquelle on la compare, ou de nouveau seule</translation>
    </message>
    <message>
        <source>&amp;Pin this run</source>
        <translation>É&amp;pingler cette exécution</translation>
    </message>
    <message>
        <source>Keeps it beside whatever is shown next</source>
        <translation>La garde à côté de ce qui sera montré ensuite</translation>
    </message>
    <message>
        <source>&amp;Block instead of awaiting</source>
        <translation>&amp;Bloquer au lieu d’attendre</translation>
    </message>
    <message>
        <source>Replaces the await by a blocking call, and back</source>
        <translation>Remplace l’await par un appel bloquant, et inversement</translation>
    </message>
    <message>
        <source>&amp;Reset the parameters</source>
        <translation>&amp;Rétablir les paramètres</translation>
    </message>
    <message>
        <source>Runs the lesson as it is in the course</source>
        <translation>Exécute la leçon telle qu’elle est dans le cours</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>Rétablir la disp&amp;osition</translation>
    </message>
    <message>
        <source>Puts every panel back in its place</source>
        <translation>Remet chaque panneau à sa place</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>&amp;Présenter</translation>
    </message>
    <message>
        <source>The chart and the sentence alone, over the whole screen</source>
        <translation>Le diagramme et la phrase seuls, sur tout l’écran</translation>
    </message>
    <message>
        <source>Lea&amp;ve the presentation</source>
        <translation>&amp;Quitter la présentation</translation>
    </message>
    <message>
        <source>Shows everything again</source>
        <translation>Montre de nouveau tout</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>&amp;Export a picture…</source>
        <translation>&amp;Exporter une image…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Closes the window</source>
        <translation>Ferme la fenêtre</translation>
    </message>
    <message>
        <source>&amp;Search a lesson</source>
        <translation>Rechercher &amp;une leçon</translation>
    </message>
    <message>
        <source>Goes to the field above the list of lessons</source>
        <translation>Va dans le champ au-dessus de la liste des leçons</translation>
    </message>
    <message>
        <source>&amp;Copy the picture</source>
        <translation>&amp;Copier l’image</translation>
    </message>
    <message>
        <source>Puts the chart into the clipboard, as it is shown</source>
        <translation>Met le diagramme dans le presse-papiers, tel qu’il est affiché</translation>
    </message>
    <message>
        <source>Copy the job &amp;table</source>
        <translation>Copier le &amp;tableau des jobs</translation>
    </message>
    <message>
        <source>Show what was e&amp;arlier</source>
        <translation>Montrer ce qui &amp;précède</translation>
    </message>
    <message>
        <source>Moves the chart by a quarter of what it shows</source>
        <translation>Déplace le diagramme d’un quart de ce qu’il montre</translation>
    </message>
    <message>
        <source>Show what co&amp;mes later</source>
        <translation>Montrer ce qui &amp;suit</translation>
    </message>
    <message>
        <source>Lanes further &amp;up</source>
        <translation>Lignes plus &amp;haut</translation>
    </message>
    <message>
        <source>Scrolls the lanes where they are too many for the chart</source>
        <translation>Fait défiler les lignes quand elles sont trop nombreuses pour le diagramme</translation>
    </message>
    <message>
        <source>Lanes further do&amp;wn</source>
        <translation>Lignes plus &amp;bas</translation>
    </message>
    <message>
        <source>&amp;Back to the view before</source>
        <translation>&amp;Vue précédente</translation>
    </message>
    <message>
        <source>Undoes the last zoom, move or change of axis</source>
        <translation>Annule le dernier zoom, déplacement ou changement d’axe</translation>
    </message>
    <message>
        <source>Forwar&amp;d to the view after</source>
        <translation>Vue suiva&amp;nte</translation>
    </message>
    <message>
        <source>Does again what was undone</source>
        <translation>Rétablit ce qui a été annulé</translation>
    </message>
    <message>
        <source>One column a &amp;step</source>
        <translation>Une colonne par &amp;étape</translation>
    </message>
    <message>
        <source>What happens at the same time stands side by side, in order</source>
        <translation>Ce qui arrive au même instant se lit côte à côte, dans l’ordre</translation>
    </message>
    <message>
        <source>Arrows: o&amp;f the selected task, all, none</source>
        <translation>&amp;Flèches&#xa0;: de la tâche choisie, toutes, aucune</translation>
    </message>
    <message>
        <source>Who woke, created or cancelled whom</source>
        <translation>Qui a réveillé, créé ou annulé qui</translation>
    </message>
    <message>
        <source>Lanes of &amp;queues and locks</source>
        <translation>Lignes &amp;des files et verrous</translation>
    </message>
    <message>
        <source>How full queues are, and who holds a lock</source>
        <translation>Le remplissage des files et qui tient un verrou</translation>
    </message>
    <message>
        <source>Spotli&amp;ght</source>
        <translation>Pro&amp;jecteur</translation>
    </message>
    <message>
        <source>Dims every lane but the one that has the thread</source>
        <translation>Estompe toutes les lignes sauf celle qui a le thread</translation>
    </message>
    <message>
        <source>Follo&amp;w the now-line</source>
        <translation>Suivre le c&amp;urseur</translation>
    </message>
    <message>
        <source>The chart moves along while playing</source>
        <translation>Le diagramme avance pendant la lecture</translation>
    </message>
    <message>
        <source>Play the measured part a&amp;gain and again</source>
        <translation>Rejouer en boucle la partie &amp;mesurée</translation>
    </message>
    <message>
        <source>Measure by dragging in the chart with Shift</source>
        <translation>Pour mesurer, faites glisser la souris dans le diagramme, Maj enfoncée</translation>
    </message>
    <message>
        <source>Searc&amp;h tasks and events</source>
        <translation>&amp;Rechercher des tâches et des événements</translation>
    </message>
    <message>
        <source>By the name of a task, or by what was printed or called</source>
        <translation>Par le nom d’une tâche, ou par ce qui a été affiché ou appelé</translation>
    </message>
    <message>
        <source>&amp;Next match</source>
        <translation>Résultat su&amp;ivant</translation>
    </message>
    <message>
        <source>Goes to the next thing found</source>
        <translation>Va au résultat suivant</translation>
    </message>
    <message>
        <source>&amp;Previous match</source>
        <translation>Rés&amp;ultat précédent</translation>
    </message>
    <message>
        <source>Goes back to the thing found before</source>
        <translation>Revient au résultat précédent</translation>
    </message>
    <message>
        <source>Up to ten times, and then as fast as it goes</source>
        <translation>Jusqu’à dix fois, puis aussi vite que possible</translation>
    </message>
    <message>
        <source>Down to a tenth</source>
        <translation>Jusqu’à un dixième</translation>
    </message>
    <message>
        <source>&amp;Run to the next task switch</source>
        <translation>Jouer jusqu’au p&amp;rochain changement de tâche</translation>
    </message>
    <message>
        <source>Lets time run until a task gets the thread</source>
        <translation>Laisse le temps s’écouler jusqu’à ce qu’une tâche reçoive le thread</translation>
    </message>
    <message>
        <source>The job table for a Markdown document</source>
        <translation>Le tableau des jobs pour un document Markdown</translation>
    </message>
    <message>
        <source>The job table for a spreadsheet</source>
        <translation>Le tableau des jobs pour un tableur</translation>
    </message>
    <message>
        <source>The job table for a web page or a word processor</source>
        <translation>Le tableau des jobs pour une page web ou un traitement de texte</translation>
    </message>
    <message>
        <source>The job table for a LaTeX document</source>
        <translation>Le tableau des jobs pour un document LaTeX</translation>
    </message>
    <message>
        <source>&amp;Keep the run before a change</source>
        <translation>&amp;Garder l’exécution précédente</translation>
    </message>
    <message>
        <source>A changed parameter shows both runs, one below the other</source>
        <translation>Un paramètre modifié montre les deux exécutions, l’une sous l’autre</translation>
    </message>
    <message>
        <source>&amp;Find an action or a lesson…</source>
        <translation>&amp;Trouver une action ou une leçon…</translation>
    </message>
    <message>
        <source>Everything that can be done, found by a few letters</source>
        <translation>Tout ce que l’on peut faire, trouvé en quelques lettres</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>Shows what every key does</source>
        <translation>Montre ce que fait chaque touche</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>&amp;Glossaire</translation>
    </message>
    <message>
        <source>What the words mean: event loop, task, starvation…</source>
        <translation>Ce que veulent dire les mots&#xa0;: boucle d’événements, tâche, famine…</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>&amp;Qu’est-ce que c’est&#xa0;?</translation>
    </message>
    <message>
        <source>The next click tells what a part of the window is for</source>
        <translation>Le prochain clic dit à quoi sert une partie de la fenêtre</translation>
    </message>
    <message>
        <source>&amp;About Coroscope</source>
        <translation>À &amp;propos de Coroscope</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version et licence</translation>
    </message>
    <message>
        <source>Copy the &amp;sentence</source>
        <translation>Copier la &amp;phrase</translation>
    </message>
    <message>
        <source>What is happening at the now-line, as text</source>
        <translation>Ce qui se passe au curseur, sous forme de texte</translation>
    </message>
    <message>
        <source>Copy the &amp;console</source>
        <translation>Copier la &amp;console</translation>
    </message>
    <message>
        <source>All lines printed so far, with their instants</source>
        <translation>Toutes les lignes affichées jusqu’ici, avec leurs instants</translation>
    </message>
    <message>
        <source>&amp;Forget all settings</source>
        <translation>&amp;Oublier tous les réglages</translation>
    </message>
    <message>
        <source>Layout, language, theme and type size as on the first day</source>
        <translation>Disposition, langue, thème et taille du texte comme au premier jour</translation>
    </message>
    <message>
        <source>&amp;Blank the screen</source>
        <translation>Écran &amp;noir</translation>
    </message>
    <message>
        <source>Everybody looks at the lecturer; the same key brings the chart back</source>
        <translation>Tout le monde regarde l’enseignant&#xa0;; la même touche ramène le diagramme</translation>
    </message>
    <message>
        <source>To the so&amp;urce</source>
        <translation>Le code so&amp;urce</translation>
    </message>
    <message>
        <source>While presenting: shows the source beside the chart, or hides it</source>
        <translation>Pendant la présentation&#xa0;: montre ou cache le code source à côté du diagramme</translation>
    </message>
    <message>
        <source>To the &amp;output</source>
        <translation>La s&amp;ortie</translation>
    </message>
    <message>
        <source>While presenting: shows the console beside the chart, or hides it</source>
        <translation>Pendant la présentation&#xa0;: montre ou cache la console à côté du diagramme</translation>
    </message>
    <message>
        <source>To the &amp;job table</source>
        <translation>Le tableau des &amp;jobs</translation>
    </message>
    <message>
        <source>While presenting: shows the table below the chart, or hides it</source>
        <translation>Pendant la présentation&#xa0;: montre ou cache le tableau sous le diagramme</translation>
    </message>
    <message>
        <source>&amp;Inside the loop</source>
        <translation>Dans la &amp;boucle</translation>
    </message>
    <message>
        <source>While presenting: shows the loop below the chart, or hides it</source>
        <translation>Pendant la présentation&#xa0;: montre ou cache la boucle sous le diagramme</translation>
    </message>
    <message>
        <source>As&amp;k who runs next</source>
        <translation>&amp;Demander à qui le tour</translation>
    </message>
    <message>
        <source>Pauses before each task switch and asks</source>
        <translation>S’arrête avant chaque changement de tâche et pose la question</translation>
    </message>
    <message>
        <source>&amp;Save the run…</source>
        <translation>Enre&amp;gistrer l’exécution…</translation>
    </message>
    <message>
        <source>The run and its notes, for Coroscope and for the viewers of Chrome traces</source>
        <translation>L’exécution et ses notes, pour Coroscope et les visionneuses de traces Chrome</translation>
    </message>
    <message>
        <source>A picture, an animation or a document, for slides or paper</source>
        <translation>Une image, une animation ou un document, pour un diaporama ou le papier</translation>
    </message>
    <message>
        <source>Add a &amp;note</source>
        <translation>Ajouter une &amp;note</translation>
    </message>
    <message>
        <source>Words about the selected span, lane or instant, drawn in the chart</source>
        <translation>Un texte sur l’intervalle, la ligne ou l’instant choisi, dessiné dans le diagramme</translation>
    </message>
    <message>
        <source>This needs a run: the trace of another program has no tasks and no loop. Esc goes back to the lessons</source>
        <translation>Il faut une exécution&#xa0;: la trace d’un autre programme n’a ni tâches ni boucle. Échap revient aux leçons</translation>
    </message>
    <message>
        <source>Python e&amp;xamples</source>
        <translation>E&amp;xemples Python</translation>
    </message>
    <message>
        <source>&amp;Gather: tasks take turns</source>
        <translation>&amp;Gather&#xa0;: les tâches se relaient</translation>
    </message>
    <message>
        <source>While one waits, the others work</source>
        <translation>Pendant que l’une attend, les autres travaillent</translation>
    </message>
    <message>
        <source>&amp;Queue between producer and consumers</source>
        <translation>&amp;File entre producteur et consommateurs</translation>
    </message>
    <message>
        <source>Who is too fast has to wait</source>
        <translation>Qui va trop vite doit attendre</translation>
    </message>
    <message>
        <source>Eight &amp;jobs in a window</source>
        <translation>Huit &amp;jobs dans une fenêtre</translation>
    </message>
    <message>
        <source>The next begins as soon as a place is free</source>
        <translation>Le suivant commence dès qu’une place se libère</translation>
    </message>
    <message>
        <source>&amp;Timeouts</source>
        <translation>&amp;Délais</translation>
    </message>
    <message>
        <source>What takes too long is given up and tried again</source>
        <translation>Ce qui dure trop est abandonné, puis réessayé</translation>
    </message>
    <message>
        <source>&amp;Streams over 127.0.0.1</source>
        <translation>&amp;Streams sur 127.0.0.1</translation>
    </message>
    <message>
        <source>A server and three clients, over real sockets</source>
        <translation>Un serveur et trois clients, par de vrais sockets</translation>
    </message>
    <message>
        <source>Child &amp;process</source>
        <translation>&amp;Processus fils</translation>
    </message>
    <message>
        <source>Reads what another program writes, line by line</source>
        <translation>Lit ligne par ligne ce qu’écrit un autre programme</translation>
    </message>
    <message>
        <source>T&amp;hread for a blocking call</source>
        <translation>T&amp;hread pour un appel bloquant</translation>
    </message>
    <message>
        <source>Then the other tasks go on</source>
        <translation>Alors les autres tâches continuent</translation>
    </message>
    <message>
        <source>&amp;Blocking call</source>
        <translation>Appel &amp;bloquant</translation>
    </message>
    <message>
        <source>time.sleep() keeps the thread from everybody</source>
        <translation>time.sleep() prend le thread à tout le monde</translation>
    </message>
    <message>
        <source>&amp;Cancellation</source>
        <translation>&amp;Annulation</translation>
    </message>
    <message>
        <source>A task that is cancelled cleans up before it goes</source>
        <translation>Une tâche annulée range avant de partir</translation>
    </message>
    <message>
        <source>Task gr&amp;oup</source>
        <translation>Gro&amp;upe de tâches</translation>
    </message>
    <message>
        <source>When one fails, the others are cancelled</source>
        <translation>Quand l’une échoue, les autres sont annulées</translation>
    </message>
    <message>
        <source>&amp;New Python program…</source>
        <translation>&amp;Nouveau programme Python…</translation>
    </message>
    <message>
        <source>A small program that runs, to be changed</source>
        <translation>Un petit programme qui marche, à modifier</translation>
    </message>
    <message>
        <source>R&amp;un the Python program</source>
        <translation>E&amp;xécuter le programme Python</translation>
    </message>
    <message>
        <source>Saves it and runs it; the run before stays beside it</source>
        <translation>L’enregistre et l’exécute&#xa0;; l’exécution d’avant reste à côté</translation>
    </message>
    <message>
        <source>This &amp;line as a blocking call</source>
        <translation>Cette &amp;ligne comme appel bloquant</translation>
    </message>
    <message>
        <source>The await asyncio.sleep of the line of the cursor keeps the thread, or awaits again</source>
        <translation>Le await asyncio.sleep de la ligne du curseur garde le thread, ou attend de nouveau</translation>
    </message>
    <message>
        <source>&amp;Edit a copy of the listing…</source>
        <translation>&amp;Modifier une copie du listing…</translation>
    </message>
    <message>
        <source>The lesson&apos;s Python as a program of your own</source>
        <translation>Le Python de la leçon comme programme à vous</translation>
    </message>
    <message>
        <source>Measure from here, or to here</source>
        <translation>Mesurer à partir d’ici, ou jusqu’ici</translation>
    </message>
    <message>
        <source>Marks the time between two places of the now-line; Esc takes the mark away</source>
        <translation>Marque le temps entre deux positions du curseur&#xa0;; Échap enlève la marque</translation>
    </message>
    <message>
        <source>To the &amp;tasks</source>
        <translation>Les &amp;tâches</translation>
    </message>
    <message>
        <source>While presenting: shows the tasks below the chart, or hides them</source>
        <translation>Pendant la présentation&#xa0;: montre ou cache les tâches sous le diagramme</translation>
    </message>
    <message>
        <source>To the &amp;events</source>
        <translation>Les é&amp;vénements</translation>
    </message>
    <message>
        <source>While presenting: shows the events below the chart, or hides them</source>
        <translation>Pendant la présentation&#xa0;: montre ou cache les événements sous le diagramme</translation>
    </message>
    <message>
        <source>To the &amp;measures</source>
        <translation>Les &amp;mesures</translation>
    </message>
    <message>
        <source>While presenting: shows the measures below the chart, or hides them</source>
        <translation>Pendant la présentation&#xa0;: montre ou cache les mesures sous le diagramme</translation>
    </message>
    <message>
        <source>B&amp;y hand</source>
        <translation>À la m&amp;ain</translation>
    </message>
    <message>
        <source>Sends to the coroutines yourself, in lessons without a loop</source>
        <translation>On envoie soi-même aux coroutines, dans les leçons sans boucle</translation>
    </message>
    <message>
        <source>&amp;Companion window</source>
        <translation>Fenêtre &amp;compagne</translation>
    </message>
    <message>
        <source>A narrow window, always on top, beside slides or an editor; the same key or Escape leaves it</source>
        <translation>Une fenêtre étroite, toujours au premier plan, à côté des diapositives ou de l’éditeur&#xa0;; la même touche ou Échap la quitte</translation>
    </message>
    <message>
        <source>C&amp;lean window</source>
        <translation>Fenêt&amp;re épurée</translation>
    </message>
    <message>
        <source>Chart and sentence alone, in a window to be shared; the same key or Escape leaves it</source>
        <translation>Le graphique et la phrase seuls, dans une fenêtre à partager&#xa0;; la même touche ou Échap la quitte</translation>
    </message>
    <message>
        <source>Run this l&amp;isting</source>
        <translation>Exécuter ce li&amp;sting</translation>
    </message>
    <message>
        <source>Python runs the lesson&apos;s listing, beside the lesson and on one axis</source>
        <translation>Python exécute le listing de la leçon, à côté de la leçon et sur le même axe</translation>
    </message>
    <message>
        <source>Ask the lesson&apos;s &amp;question</source>
        <translation>Poser la &amp;question de la leçon</translation>
    </message>
    <message>
        <source>Goes to the beginning and asks the class; a digit answers, 0: not sure yet</source>
        <translation>Revient au début et interroge la classe&#xa0;; un chiffre répond, 0&#xa0;: je ne sais pas encore</translation>
    </message>
    <message>
        <source>Play to what re&amp;futes the mistake</source>
        <translation>&amp;Jouer jusqu’à ce qui réfute l’erreur</translation>
    </message>
    <message>
        <source>Stops where the chart shows that many are wrong</source>
        <translation>S’arrête là où le diagramme montre que beaucoup se trompent</translation>
    </message>
    <message>
        <source>Ask before pla&amp;ying</source>
        <translation>&amp;Interroger avant de jouer</translation>
    </message>
    <message>
        <source>A lesson waits until its question is answered</source>
        <translation>Une leçon attend que l’on réponde à sa question</translation>
    </message>
    <message>
        <source>S&amp;top the run</source>
        <translation>Arrê&amp;ter l’exécution</translation>
    </message>
    <message>
        <source>Interrupts it as Ctrl+C does; a second time ends a Python program at once</source>
        <translation>L’interrompt comme le fait Ctrl+C&#xa0;; la seconde fois, un programme Python s’arrête aussitôt</translation>
    </message>
    <message>
        <source>Real cl&amp;ock</source>
        <translation>&amp;Horloge réelle</translation>
    </message>
    <message>
        <source>The lesson takes its time, in a thread of its own, and is measured</source>
        <translation>La leçon prend son temps, dans son propre thread, et elle est mesurée</translation>
    </message>
    <message>
        <source>Feel the free&amp;ze</source>
        <translation>Se&amp;ntir le gel</translation>
    </message>
    <message>
        <source>The lesson runs on the window&apos;s own thread, beside a metronome: what blocks stops it</source>
        <translation>La leçon se déroule sur le thread même de la fenêtre, à côté d’un métronome&#xa0;: ce qui bloque l’arrête</translation>
    </message>
    <message>
        <source>&amp;Next in the lecture</source>
        <translation>&amp;Suite du cours</translation>
    </message>
    <message>
        <source>Plays on to the next stop, or shows the next item; a clicker does it, too</source>
        <translation>Joue jusqu’au prochain arrêt, ou montre l’élément suivant&#xa0;; une télécommande le fait aussi</translation>
    </message>
    <message>
        <source>P&amp;revious in the lecture</source>
        <translation>Retour dans &amp;le cours</translation>
    </message>
    <message>
        <source>Back to the beginning of the item, or to the one before</source>
        <translation>Revient au début de l’élément, ou à l’élément précédent</translation>
    </message>
    <message>
        <source>&amp;Finish the lecture</source>
        <translation>&amp;Finir le cours</translation>
    </message>
    <message>
        <source>What is shown stays</source>
        <translation>Ce qui est montré reste</translation>
    </message>
    <message>
        <source>Opens a Python program, a scenario, a recorded run or a lecture; no program runs by itself</source>
        <translation>Ouvre un programme Python, un scénario, une exécution enregistrée ou un cours&#xa0;; aucun programme ne démarre de lui-même</translation>
    </message>
    <message>
        <source>E&amp;xercises</source>
        <translation>Faire des &amp;exercices</translation>
    </message>
    <message>
        <source>Questions about this run, answered by its trace, with a score</source>
        <translation>Des questions sur cette exécution, auxquelles répond sa trace, avec un score</translation>
    </message>
    <message>
        <source>Wh&amp;y does it wait?</source>
        <translation>Pour&amp;quoi attend-elle&#xa0;?</translation>
    </message>
    <message>
        <source>The chain of wake-ups behind a gap, or who waits for whom</source>
        <translation>La chaîne des réveils derrière une attente, ou qui attend qui</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Coroscope shows who holds the thread.

Usage: coroscope [FILE] [OPTION...]     opens the window
       coroscope COMMAND [ARGUMENT...]  works without one

Commands (coroscope COMMAND --help tells more):
</source>
        <translation>Coroscope montre qui a le thread.

Usage&#xa0;: coroscope [FILE] [OPTION...]     ouvre la fenêtre
        coroscope COMMAND [ARGUMENT...]  travaille sans fenêtre

Commandes (coroscope COMMAND --help en dit plus)&#xa0;:
</translation>
    </message>
    <message>
        <source>
Options of the window:
  --lesson ID        opens this lesson (see coroscope list)
  --set NAME=VALUE   sets a parameter of it; can be repeated
  --lang LANGUAGE    en or fr
  --theme THEME      light, dark or print
  --present          begins in presenter mode

  --version          shows the version
  --help             shows this text
</source>
        <translation>
Options de la fenêtre&#xa0;:
  --lesson ID        ouvre cette leçon (voir coroscope list)
  --set NAME=VALUE   règle un de ses paramètres&#xa0;; peut être répété
  --lang LANGUAGE    en ou fr
  --theme THEME      light, dark ou print
  --present          commence en mode présentation

  --version          affiche la version
  --help             affiche ce texte
</translation>
    </message>
    <message>
        <source>%1 takes nothing after it</source>
        <translation>%1 ne prend rien après lui</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>mémoire insuffisante</translation>
    </message>
    <message>
        <source>%1 takes no argument: %2</source>
        <translation>%1 ne prend pas d’argument&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 takes one %2; %3 is one too many</source>
        <translation>%1 ne prend qu’un argument (%2)&#xa0;; %3 est de trop</translation>
    </message>
    <message>
        <source>%1 needs an argument: %2 (see coroscope %1 --help)</source>
        <translation>il manque un argument à %1&#xa0;: %2 (voir coroscope %1 --help)</translation>
    </message>
    <message>
        <source>unknown option %1 of %2</source>
        <translation>%2 n’a pas d’option %1</translation>
    </message>
    <message>
        <source>%1 takes no value</source>
        <translation>%1 ne prend pas de valeur</translation>
    </message>
    <message>
        <source>%1 needs a value: %2</source>
        <translation>il manque une valeur à %1&#xa0;: %2</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>--%1 takes %2, not %3</source>
        <translation>--%1 prend %2, pas %3</translation>
    </message>
    <message>
        <source>Usage: coroscope %1</source>
        <translation>Usage&#xa0;: coroscope %1</translation>
    </message>
    <message>
        <source> [OPTION...]</source>
        <translation> [OPTION...]</translation>
    </message>
    <message>
        <source>--%1 must be %2, not %3</source>
        <translation>--%1 doit être %2, pas %3</translation>
    </message>
    <message>
        <source>--%1 must be a number from %2 to %3, not %4</source>
        <translation>--%1 doit être un nombre de %2 à %3, pas %4</translation>
    </message>
    <message>
        <source>--%1 must be WIDTHxHEIGHT like 1280x720, each from %2 to %3, not %4</source>
        <translation>--%1 doit être LARGEURxHAUTEUR, comme 1280x720, chacune de %2 à %3, pas %4</translation>
    </message>
    <message>
        <source>-m takes the name of a module, in place of %1</source>
        <translation>-m prend le nom d’un module, à la place de %1</translation>
    </message>
    <message>
        <source>--output would replace the file that is read: %1</source>
        <translation>--output remplacerait le fichier qui est lu&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ConvertCommand</name>
    <message>
        <source>convert needs --output FILE.json</source>
        <translation>convert demande --output FICHIER.json</translation>
    </message>
    <message>
        <source>is a scenario, not a trace; coroscope replay --format chrome makes one of it</source>
        <translation>est un scénario, pas une trace&#xa0;; coroscope replay --format chrome en fait une</translation>
    </message>
    <message>
        <source>where to write it</source>
        <translation>où l’écrire</translation>
    </message>
    <message>
        <source>Reads a trace and writes it again.</source>
        <translation>Lit une trace et la réécrit.</translation>
    </message>
    <message>
        <source>is a trace of another program: what took how long makes no stream of a run</source>
        <translation>est la trace d’un autre programme&#xa0;: des durées ne font pas le flux d’une exécution</translation>
    </message>
    <message>
        <source>chrome (default) or stream</source>
        <translation>chrome (par défaut) ou stream</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>asks for its own cancellation</source>
        <translation>demande sa propre annulation</translation>
    </message>
    <message>
        <source>asks for the cancellation of %1</source>
        <translation>demande l’annulation de la tâche %1</translation>
    </message>
    <message>
        <source>drops the coroutine %1(), which was never awaited</source>
        <translation>abandonne la coroutine %1(), que personne n’a attendue</translation>
    </message>
    <message>
        <source>raises %1</source>
        <translation>lève %1</translation>
    </message>
    <message>
        <source>catches %1</source>
        <translation>attrape %1</translation>
    </message>
    <message>
        <source>fails with %1</source>
        <translation>échoue avec %1</translation>
    </message>
    <message>
        <source>yields %1</source>
        <translation>produit %1</translation>
    </message>
    <message>
        <source>ends: StopIteration</source>
        <translation>se termine&#xa0;: StopIteration</translation>
    </message>
    <message>
        <source>ends: StopIteration with the value %1</source>
        <translation>se termine&#xa0;: StopIteration avec la valeur %1</translation>
    </message>
    <message>
        <source>creates the coroutine %1</source>
        <translation>crée la coroutine %1</translation>
    </message>
    <message>
        <source>takes an item from %1 (%2 left)</source>
        <translation>prend un élément dans %1 (éléments&#xa0;: %2)</translation>
    </message>
    <message>
        <source>acquires %1</source>
        <translation>prend %1</translation>
    </message>
    <message>
        <source>releases %1</source>
        <translation>rend %1</translation>
    </message>
    <message>
        <source>gives a place of %1 back (%2 free)</source>
        <translation>rend une place à %1 (places libres&#xa0;: %2)</translation>
    </message>
    <message>
        <source>takes a place of %1 (%2 free)</source>
        <translation>prend une place dans %1 (places libres&#xa0;: %2)</translation>
    </message>
    <message>
        <source>sets %1</source>
        <translation>active %1</translation>
    </message>
    <message>
        <source>clears %1</source>
        <translation>désactive %1</translation>
    </message>
    <message>
        <source>a callback</source>
        <translation>un callback</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a callback and its time</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>cancels a callback</source>
        <translation>annule un callback</translation>
    </message>
    <message>
        <source>cancels the callback %1</source>
        <translation>annule le callback %1</translation>
    </message>
    <message>
        <source>prints %1</source>
        <translation>affiche %1</translation>
    </message>
    <message>
        <source>creates the task %1</source>
        <translation>crée la tâche %1</translation>
    </message>
    <message>
        <source>creates the tasks %1</source>
        <translation>crée les tâches %1</translation>
    </message>
    <message>
        <source>starts the thread %1</source>
        <translation>lance le thread %1</translation>
    </message>
    <message>
        <source>starts the threads %1</source>
        <translation>lance les threads %1</translation>
    </message>
    <message>
        <source>comes back from %1</source>
        <translation>quitte %1</translation>
    </message>
    <message>
        <source>wakes %1</source>
        <translation>réveille %1</translation>
    </message>
    <message>
        <source>asks the loop to call %1</source>
        <translation>demande à la boucle d’appeler %1</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>se termine</translation>
    </message>
    <message>
        <source>ends with the result %1</source>
        <translation>se termine avec le résultat %1</translation>
    </message>
    <message>
        <source>puts an item into %1 (%2 in it now)</source>
        <translation>met un élément dans %1 (éléments&#xa0;: %2)</translation>
    </message>
    <message>
        <source>goes into %1</source>
        <translation>entre dans %1</translation>
    </message>
    <message>
        <source>ends as cancelled</source>
        <translation>se termine annulée</translation>
    </message>
    <message>
        <source>reads %1 (%2)</source>
        <translation>lit %1 (%2)</translation>
    </message>
    <message>
        <source>writes %1 (%2)</source>
        <translation>écrit %1 (%2)</translation>
    </message>
    <message>
        <source>drops the coroutine %1(), which was never awaited (Python warns)</source>
        <translation>abandonne la coroutine %1(), que personne n’a attendue (Python avertit)</translation>
    </message>
    <message>
        <source>passes it on to %1, which it wakes</source>
        <translation>la transmet à %1, ainsi réveillée</translation>
    </message>
    <message>
        <source>goes into %1 and back</source>
        <translation>entre dans %1 et en ressort</translation>
    </message>
    <message>
        <source>asks the loop to call %1 as soon as possible</source>
        <translation>demande à la boucle d’appeler %1 dès que possible</translation>
    </message>
    <message numerus="yes">
        <source>writes %n bytes to %1</source>
        <translation>
            <numerusform>écrit %n octet à %1</numerusform>
            <numerusform>écrit %n octets à %1</numerusform>
        </translation>
    </message>
    <message>
        <source>closes the connection to %1</source>
        <translation>ferme la connexion avec %1</translation>
    </message>
</context>
<context>
    <name>Denied</name>
    <message>
        <source>%1 (at %2)</source>
        <comment>a task and when its timer is due</comment>
        <translation>%1 (à %2)</translation>
    </message>
    <message>
        <source>%1 is ready but has to wait</source>
        <translation>%1, prête, est privée du thread</translation>
    </message>
    <message>
        <source>%1 are ready but have to wait</source>
        <translation>%1, prêtes, sont privées du thread</translation>
    </message>
    <message>
        <source>the timer of %1 has to wait</source>
        <translation>la minuterie de la tâche %1 attend</translation>
    </message>
    <message>
        <source>the timers of %1 have to wait</source>
        <translation>les minuteries des tâches %1 attendent</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>coroutine %1 was never awaited</source>
        <translation>personne n’a attendu la coroutine %1</translation>
    </message>
    <message>
        <source>the exception of %1 was never retrieved: %2</source>
        <translation>l’exception de la tâche %1 n’a jamais été récupérée&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 waits for ever; nothing is left that could wake it</source>
        <translation>%1 attend pour toujours&#xa0;; plus rien ne peut la réveiller</translation>
    </message>
    <message>
        <source>%1 waits for ever: %2; nothing is left that could wake it</source>
        <translation>%1 attend pour toujours&#xa0;: %2&#xa0;; plus rien ne peut la réveiller</translation>
    </message>
    <message>
        <source>%1 was still pending when the loop stopped</source>
        <translation>%1 n’était pas terminée quand la boucle s’est arrêtée</translation>
    </message>
    <message>
        <source>%1 was still pending when the loop stopped: %2</source>
        <translation>%1 n’était pas terminée quand la boucle s’est arrêtée&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 awaited %2 coroutines one after the other, for %3 in all; gather would have waited for %4</source>
        <translation>%1 a attendu %2 coroutines l’une après l’autre, %3 en tout&#xa0;; gather n’aurait attendu que %4</translation>
    </message>
    <message>
        <source>%1 was delayed by %2</source>
        <translation>%1 a été retardée de %2</translation>
    </message>
    <message>
        <source>%1 held the thread for %2 while others were ready: %3</source>
        <translation>%1 a gardé le thread pendant %2 alors que d’autres étaient prêtes&#xa0;: %3</translation>
    </message>
    <message>
        <source>1 update of %1 was lost: %2 wrote what had been read before another task wrote</source>
        <translation>1 mise à jour de la variable %1 a été perdue&#xa0;: %2 a écrit d’après une lecture antérieure à l’écriture d’une autre tâche</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 held the thread for %2 while another task was ready: %3</source>
        <translation>%1 a gardé le thread pendant %2 alors qu’une autre tâche était prête&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 updates of %2 were lost: %3 wrote what had been read before another task wrote</source>
        <comment>one task</comment>
        <translation>%1 mises à jour de la variable %2 ont été perdues&#xa0;: %3 a écrit d’après une lecture antérieure à l’écriture d’une autre tâche</translation>
    </message>
    <message>
        <source>%1 updates of %2 were lost: %3 wrote what had been read before another task wrote</source>
        <comment>several tasks</comment>
        <translation>%1 mises à jour de la variable %2 ont été perdues&#xa0;: %3 ont écrit d’après une lecture antérieure à l’écriture d’une autre tâche</translation>
    </message>
</context>
<context>
    <name>EventDetails</name>
    <message>
        <source>The file has changed since it was opened: what it said here cannot be read.</source>
        <translation>Le fichier a changé depuis son ouverture&#xa0;: ce qu’il disait ici ne peut pas être lu.</translation>
    </message>
    <message>
        <source>What the file says here cannot be read.</source>
        <translation>Ce que dit le fichier à cet endroit ne peut pas être lu.</translation>
    </message>
    <message>
        <source>What the file says here cannot be read: %1.</source>
        <translation>Ce que dit le fichier à cet endroit ne peut pas être lu&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>Exercises</name>
    <message>
        <source>It is %1. Which task gets the thread next?</source>
        <translation>Il est %1. Quelle tâche reçoit ensuite le thread&#xa0;?</translation>
    </message>
    <message>
        <source>It is %1, and %2 had the thread last. Which task gets it next?</source>
        <translation>Il est %1&#xa0;; la dernière à avoir eu le thread est %2. Quelle tâche le reçoit ensuite&#xa0;?</translation>
    </message>
    <message>
        <source>How long in all</source>
        <translation>Durée totale</translation>
    </message>
    <message>
        <source>Order of the lines</source>
        <translation>Ordre des lignes</translation>
    </message>
    <message>
        <source>Job table</source>
        <translation>Tableau des jobs</translation>
    </message>
    <message>
        <source>Who is next</source>
        <translation>À qui le tour</translation>
    </message>
    <message>
        <source>The line that starves</source>
        <translation>La ligne qui affame</translation>
    </message>
    <message>
        <source>The awaits</source>
        <translation>Les await</translation>
    </message>
    <message>
        <source>How long does the run take in all?</source>
        <translation>Combien de temps l’exécution dure-t-elle en tout&#xa0;?</translation>
    </message>
    <message>
        <source>In which order are these lines printed?</source>
        <translation>Dans quel ordre ces lignes s’affichent-elles&#xa0;?</translation>
    </message>
    <message>
        <source>Which job is at work when? Mark every slot in which it is, if only for a part.</source>
        <translation>Quel job travaille, et quand&#xa0;? Marquez chaque intervalle où il travaille, ne serait-ce qu’en partie.</translation>
    </message>
    <message>
        <source>Which line keeps the thread while others are ready?</source>
        <translation>Quelle ligne garde le thread alors que d’autres tâches sont prêtes&#xa0;?</translation>
    </message>
    <message>
        <source>Every “await” has been taken out of these lines of the source. Which of them need one?</source>
        <translation>Tous les «&#xa0;await&#xa0;» ont été retirés de ces lignes du source. Lesquelles en ont besoin&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>%n slot(s) to mark</source>
        <translation>
            <numerusform>%n intervalle à marquer</numerusform>
            <numerusform>%n intervalles à marquer</numerusform>
        </translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>ligne %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Tasks run one after the other, so their waits add up.</source>
        <translation>Les tâches s’exécutent l’une après l’autre&#xa0;: leurs attentes s’additionnent.</translation>
    </message>
    <message>
        <source>Everything overlaps, so it takes as long as the longest wait.</source>
        <translation>Tout se recouvre&#xa0;: la durée est celle de la plus longue attente.</translation>
    </message>
    <message>
        <source>A job is at work as soon as it has been started.</source>
        <translation>Un job travaille dès qu’il a été lancé.</translation>
    </message>
    <message>
        <source>A task that still waits can get the thread.</source>
        <translation>Une tâche qui attend encore peut recevoir le thread.</translation>
    </message>
    <message>
        <source>Of the tasks that are ready, any may go first.</source>
        <translation>Parmi les tâches prêtes, n’importe laquelle peut passer la première.</translation>
    </message>
    <message>
        <source>The task that had the thread gets it again before the others.</source>
        <translation>La tâche qui avait le thread le reprend avant les autres.</translation>
    </message>
    <message>
        <source>An await keeps the thread while it waits.</source>
        <translation>Un await garde le thread pendant qu’il attend.</translation>
    </message>
    <message>
        <source>A coroutine runs as soon as it is called.</source>
        <translation>Une coroutine s’exécute dès qu’on l’appelle.</translation>
    </message>
    <message>
        <source>Every call has to be awaited.</source>
        <translation>Tout appel doit être précédé d’un await.</translation>
    </message>
    <message>
        <source>Not sure yet</source>
        <translation>Je ne sais pas encore</translation>
    </message>
</context>
<context>
    <name>ExplainCommand</name>
    <message>
        <source>Tells a run in sentences, one a step.</source>
        <translation>Raconte une exécution en phrases, une par étape.</translation>
    </message>
</context>
<context>
    <name>ExportCommand</name>
    <message>
        <source>either --size or --preset, not both</source>
        <translation>--size ou --preset, pas les deux</translation>
    </message>
    <message>
        <source>draws these runs below it, on the same axis</source>
        <translation>dessine ces exécutions dessous, sur le même axe</translation>
    </message>
    <message>
        <source>light (default), dark or print</source>
        <translation>light (par défaut), dark ou print</translation>
    </message>
    <message>
        <source>the size in pixels (1280 wide, as high as it needs)</source>
        <translation>la taille en pixels (1280 de large, et la hauteur qu’il faut)</translation>
    </message>
    <message>
        <source>the size of a slide (slide-16:9, slide-4:3) or of a paper&apos;s column (column)</source>
        <translation>la taille d’une diapositive (slide-16:9, slide-4:3) ou d’une colonne d’article (column)</translation>
    </message>
    <message>
        <source>pixels of a PNG for a pixel of that size (1)</source>
        <translation>pixels d’un PNG pour un pixel de cette taille (1)</translation>
    </message>
    <message>
        <source>as it is at this instant</source>
        <translation>telle qu’elle est à cet instant</translation>
    </message>
    <message>
        <source>a title above it</source>
        <translation>un titre au-dessus</translation>
    </message>
    <message>
        <source>a PDF cannot be animated; .svg, .apng and .webp can</source>
        <translation>un PDF ne s’anime pas&#xa0;; .svg, .apng et .webp, si</translation>
    </message>
    <message>
        <source>the run has %1 steps; at most %2 pictures are made</source>
        <translation>l’exécution a %1 étapes&#xa0;; %2 images au plus sont possibles</translation>
    </message>
    <message>
        <source>the animation would have %1 pictures; a higher --speed makes it shorter</source>
        <translation>l’animation aurait %1 images&#xa0;; un --speed plus grand la raccourcit</translation>
    </message>
    <message>
        <source>an SVG or PNG that moves</source>
        <translation>un SVG ou PNG animé</translation>
    </message>
    <message>
        <source>how fast an animation is (1: as fast as the run)</source>
        <translation>la vitesse d’une animation (1&#xa0;: celle de l’exécution)</translation>
    </message>
    <message>
        <source>a numbered PNG for each step</source>
        <translation>un PNG numéroté par étape</translation>
    </message>
    <message>
        <source>what else to show, with commas between: legend, table, console, notes</source>
        <translation>ce qu’il faut montrer d’autre, séparé par des virgules&#xa0;: legend, table, console, notes</translation>
    </message>
    <message>
        <source>stopped; nothing was written</source>
        <translation>arrêté&#xa0;; rien n’a été écrit</translation>
    </message>
    <message>
        <source>clock or steps; by default steps where no time passes, else clock</source>
        <translation>clock (horloge) ou steps (étapes)&#xa0;; par défaut steps si le temps ne passe pas, sinon clock</translation>
    </message>
    <message>
        <source>--output must end in .png, .svg, .pdf, .apng, .webp or .html, not %1</source>
        <translation>--output doit finir par .png, .svg, .pdf, .apng, .webp ou .html, et non %1</translation>
    </message>
    <message>
        <source>export needs --output FILE.png, .svg, .pdf, .apng, .webp or .html, or --frames FOLDER</source>
        <translation>export demande --output FICHIER.png, .svg, .pdf, .apng, .webp ou .html, ou --frames DOSSIER</translation>
    </message>
    <message>
        <source>--%1 is for pictures; a page is read in a browser</source>
        <translation>--%1 est pour les images&#xa0;; une page se lit dans un navigateur</translation>
    </message>
    <message>
        <source>a page is made of runs; %1 is a trace of another program</source>
        <translation>une page se fait d’exécutions&#xa0;; %1 est une trace d’un autre programme</translation>
    </message>
    <message>
        <source>Draws a run as a picture, or as a page that plays it.</source>
        <translation>Dessine une exécution en image, ou en page qui la joue.</translation>
    </message>
    <message>
        <source>a picture: FILE.png, .svg, .pdf; an animation: .apng, .webp; a page that plays the run: .html</source>
        <translation>une image&#xa0;: FICHIER.png, .svg, .pdf&#xa0;; une animation&#xa0;: .apng, .webp&#xa0;; une page qui joue l’exécution&#xa0;: .html</translation>
    </message>
    <message>
        <source>of another program&apos;s trace: what comes from here on</source>
        <translation>de la trace d’un autre programme&#xa0;: ce qui vient à partir de là</translation>
    </message>
    <message>
        <source>of another program&apos;s trace: what comes up to here</source>
        <translation>de la trace d’un autre programme&#xa0;: ce qui vient jusque-là</translation>
    </message>
    <message>
        <source>of another program&apos;s trace: lanes or processes whose names contain one of these, with commas between</source>
        <translation>de la trace d’un autre programme&#xa0;: les lignes ou processus dont le nom contient l’un de ceux-ci, séparés par des virgules</translation>
    </message>
</context>
<context>
    <name>InputFile</name>
    <message>
        <source>no such file</source>
        <translation>ce fichier n’existe pas</translation>
    </message>
    <message>
        <source>is a folder, not a file</source>
        <translation>est un dossier, pas un fichier</translation>
    </message>
    <message>
        <source>is not readable: permission denied</source>
        <translation>n’est pas lisible&#xa0;: accès refusé</translation>
    </message>
    <message>
        <source>is too large: more than %1 MiB</source>
        <translation>est trop grand&#xa0;: plus de %1&#xa0;Mio</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>ne peut être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>reading was cancelled</source>
        <translation>la lecture a été interrompue</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>octet %1</translation>
    </message>
    <message>
        <source>its symbolic links go in a circle</source>
        <translation>ses liens symboliques tournent en rond</translation>
    </message>
    <message>
        <source>what gzip has packed is damaged</source>
        <translation>ce que gzip a compressé est endommagé</translation>
    </message>
</context>
<context>
    <name>JsonText</name>
    <message>
        <source>the key &quot;%1&quot; is there twice</source>
        <translation>la clé «&#xa0;%1&#xa0;» est présente deux fois</translation>
    </message>
    <message>
        <source>nested too deeply: more than %1 levels</source>
        <translation>imbrication trop profonde&#xa0;: plus de %1 niveaux</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>le fichier est vide</translation>
    </message>
    <message>
        <source>there is something after the end of the JSON value</source>
        <translation>il y a quelque chose après la fin de la valeur JSON</translation>
    </message>
    <message>
        <source>not valid UTF-8</source>
        <translation>UTF-8 non valide</translation>
    </message>
    <message>
        <source>a number too large</source>
        <translation>un nombre trop grand</translation>
    </message>
    <message>
        <source>the file ends too early: incomplete JSON</source>
        <translation>le fichier finit trop tôt&#xa0;: JSON incomplet</translation>
    </message>
    <message>
        <source>not JSON: a value is expected here</source>
        <translation>pas du JSON&#xa0;: une valeur est attendue ici</translation>
    </message>
    <message>
        <source>not JSON: a key in double quotes is expected here</source>
        <translation>pas du JSON&#xa0;: une clé entre guillemets doubles est attendue ici</translation>
    </message>
    <message>
        <source>not JSON: a colon is expected after the key</source>
        <translation>pas du JSON&#xa0;: deux-points attendus après la clé</translation>
    </message>
    <message>
        <source>not JSON: a comma or } is expected here</source>
        <translation>pas du JSON&#xa0;: une virgule ou } est attendue ici</translation>
    </message>
    <message>
        <source>not JSON: a comma or ] is expected here</source>
        <translation>pas du JSON&#xa0;: une virgule ou ] est attendue ici</translation>
    </message>
    <message>
        <source>not JSON: an invalid escape in a string</source>
        <translation>pas du JSON&#xa0;: échappement non valide dans une chaîne</translation>
    </message>
    <message>
        <source>not JSON: a string without its closing quote</source>
        <translation>pas du JSON&#xa0;: une chaîne sans guillemet fermant</translation>
    </message>
    <message>
        <source>not JSON: an incomplete number</source>
        <translation>pas du JSON&#xa0;: un nombre incomplet</translation>
    </message>
    <message>
        <source>not JSON: a control character in a string</source>
        <translation>pas du JSON&#xa0;: un caractère de contrôle dans une chaîne</translation>
    </message>
    <message>
        <source>nested too deeply: more than 1000 levels</source>
        <translation>imbrication trop profonde&#xa0;: plus de 1000 niveaux</translation>
    </message>
    <message>
        <source>a whole number is expected here</source>
        <translation>un nombre entier est attendu ici</translation>
    </message>
    <message>
        <source>a single value of more than %1 MiB</source>
        <translation>une seule valeur de plus de %1&#xa0;Mio</translation>
    </message>
    <message>
        <source>an array is expected here</source>
        <translation>un tableau est attendu ici</translation>
    </message>
    <message>
        <source>an event has seven numbers</source>
        <translation>un événement a sept nombres</translation>
    </message>
    <message>
        <source>an object is expected here</source>
        <translation>un objet est attendu ici</translation>
    </message>
    <message>
        <source>a trace event must be an object</source>
        <translation>un événement de trace doit être un objet</translation>
    </message>
    <message>
        <source>a note is out of time: before the begin, or absurdly far</source>
        <translation>une note est hors du temps&#xa0;: avant le début, ou absurdement loin</translation>
    </message>
</context>
<context>
    <name>LectureReader</name>
    <message>
        <source>not a lecture: a JSON object is expected</source>
        <translation>ce n’est pas un cours&#xa0;: un objet JSON est attendu</translation>
    </message>
    <message>
        <source>not a lecture: the key &quot;format&quot; is missing</source>
        <translation>ce n’est pas un cours&#xa0;: la clé &quot;format&quot; manque</translation>
    </message>
    <message>
        <source>the lecture shows nothing: &quot;items&quot; is missing or empty</source>
        <translation>le cours ne montre rien&#xa0;: &quot;items&quot; manque ou est vide</translation>
    </message>
    <message>
        <source>unknown key %1</source>
        <translation>clé inconnue&#xa0;: %1</translation>
    </message>
    <message>
        <source>not a lecture: &quot;format&quot; must be &quot;coroscope-lecture&quot;</source>
        <translation>ce n’est pas un cours&#xa0;: &quot;format&quot; doit être &quot;coroscope-lecture&quot;</translation>
    </message>
    <message>
        <source>this version of the format is not known: &quot;version&quot; must be 1</source>
        <translation>cette version du format est inconnue&#xa0;: &quot;version&quot; doit être 1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text</source>
        <translation>&quot;%1&quot; doit être un texte</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be true or false</source>
        <translation>&quot;%1&quot; doit être true ou false</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a number from %2 to %3</source>
        <translation>&quot;%1&quot; doit être un nombre de %2 à %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an array</source>
        <translation>&quot;%1&quot; doit être un tableau</translation>
    </message>
    <message>
        <source>an item must be an object with &quot;lesson&quot; or &quot;file&quot;</source>
        <translation>un élément doit être un objet avec &quot;lesson&quot; ou &quot;file&quot;</translation>
    </message>
    <message>
        <source>an item needs either &quot;lesson&quot; or &quot;file&quot;</source>
        <translation>un élément a besoin de &quot;lesson&quot; ou de &quot;file&quot;, pas des deux</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not know %2</source>
        <translation>&quot;%1&quot; ne connaît pas %2</translation>
    </message>
    <message>
        <source>there is no lesson %1</source>
        <translation>il n’y a pas de leçon %1</translation>
    </message>
    <message>
        <source>there is no file %1</source>
        <translation>il n’y a pas de fichier %1</translation>
    </message>
    <message>
        <source>&quot;stops&quot; must ascend</source>
        <translation>&quot;stops&quot; doit être croissant</translation>
    </message>
    <message>
        <source>&quot;set&quot; must be an object: names and values</source>
        <translation>&quot;set&quot; doit être un objet&#xa0;: des noms et des valeurs</translation>
    </message>
</context>
<context>
    <name>ListCommand</name>
    <message>
        <source> from %1 to %2</source>
        <translation> de %1 à %2</translation>
    </message>
    <message>
        <source>      compared with %1</source>
        <translation>      comparée avec %1</translation>
    </message>
    <message>
        <source>Shows the lessons: their ids, titles and parameters.</source>
        <translation>Montre les leçons&#xa0;: identifiants, titres et paramètres.</translation>
    </message>
    <message>
        <source>text (default) or json</source>
        <translation>text (par défaut) ou json</translation>
    </message>
    <message>
        <source>integer</source>
        <translation>entier</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>secondes</translation>
    </message>
    <message>
        <source>list of seconds</source>
        <translation>liste de secondes</translation>
    </message>
    <message>
        <source>list of integers</source>
        <translation>liste d’entiers</translation>
    </message>
    <message>
        <source>en or fr (default: the desktop&apos;s)</source>
        <translation>en ou fr (par défaut&#xa0;: la langue du bureau)</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>in the course: %1</source>
        <translation>dans le cours&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ListingRun</name>
    <message>
        <source>%1: could not be saved: %2</source>
        <translation>%1&#xa0;: n’a pas pu être enregistré&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Nearest</name>
    <message>
        <source>; did you mean &quot;%1&quot;?</source>
        <translation>&#xa0;; vouliez-vous dire «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
</context>
<context>
    <name>OpenedFile</name>
    <message>
        <source>is too large: more than %1 MiB</source>
        <translation>est trop grand&#xa0;: plus de %1&#xa0;Mio</translation>
    </message>
    <message>
        <source>is neither a scenario nor a trace</source>
        <translation>n’est ni un scénario ni une trace</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>mémoire insuffisante</translation>
    </message>
    <message>
        <source>%1; this is neither a scenario nor a trace</source>
        <translation>%1&#xa0;; ce n’est ni un scénario ni une trace</translation>
    </message>
</context>
<context>
    <name>OperationReader</name>
    <message>
        <source>%1 must be a whole number</source>
        <translation>%1&#xa0;: un nombre entier est attendu</translation>
    </message>
    <message>
        <source>%1 must be from %2 to %3</source>
        <translation>%1 doit être compris entre %2 et %3</translation>
    </message>
    <message>
        <source>there is a task %1 already</source>
        <translation>il y a déjà une tâche %1</translation>
    </message>
    <message>
        <source>a list of operations is expected here</source>
        <translation>une liste d’opérations est attendue ici</translation>
    </message>
    <message>
        <source>an operation must be an array that begins with its name, like [&quot;sleep&quot;, 100]</source>
        <translation>une opération doit être un tableau qui commence par son nom, comme [&quot;sleep&quot;, 100]</translation>
    </message>
    <message>
        <source>unknown operation %1</source>
        <translation>opération inconnue %1</translation>
    </message>
    <message>
        <source>no argument</source>
        <translation>aucun argument</translation>
    </message>
    <message>
        <source>one argument (%1)</source>
        <translation>un argument (%1)</translation>
    </message>
    <message>
        <source>%1 arguments (%2)</source>
        <translation>%1 arguments (%2)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes %2, not %3</source>
        <translation>&quot;%1&quot; prend %2, pas %3</translation>
    </message>
    <message>
        <source>the count</source>
        <translation>le nombre</translation>
    </message>
    <message>
        <source>the milliseconds</source>
        <translation>la durée en millisecondes</translation>
    </message>
    <message>
        <source>return_exceptions must be true or false</source>
        <translation>return_exceptions doit valoir true ou false</translation>
    </message>
    <message>
        <source>&quot;wait&quot; waits for ALL_COMPLETED or FIRST_COMPLETED, not %1</source>
        <translation>&quot;wait&quot; attend ALL_COMPLETED ou FIRST_COMPLETED, pas %1</translation>
    </message>
    <message>
        <source>a list of children is expected here</source>
        <translation>une liste d’enfants est attendue ici</translation>
    </message>
    <message>
        <source>a child must be the name of a task or {&quot;task&quot;: name, &quot;ops&quot;: [...]}</source>
        <translation>un enfant doit être le nom d’une tâche ou {&quot;task&quot;: nom, &quot;ops&quot;: [...]}</translation>
    </message>
    <message>
        <source>a &quot;repeat&quot; cannot make a task: its name would be there twice</source>
        <translation>un &quot;repeat&quot; ne peut pas créer de tâche&#xa0;: son nom existerait deux fois</translation>
    </message>
    <message>
        <source>the %1 must be a string</source>
        <translation>%1&#xa0;: une chaîne est attendue</translation>
    </message>
    <message>
        <source>a task needs a name</source>
        <translation>une tâche doit avoir un nom</translation>
    </message>
    <message>
        <source>%1 is an object, not a task</source>
        <translation>%1 est un objet, pas une tâche</translation>
    </message>
    <message>
        <source>unknown object %1</source>
        <translation>objet inconnu %1</translation>
    </message>
    <message>
        <source>%1 is a %2, not a %3</source>
        <translation>%1 est de type %2, pas %3</translation>
    </message>
    <message>
        <source>a value must be a number, a string, true, false or null</source>
        <translation>une valeur doit être un nombre, une chaîne, true, false ou null</translation>
    </message>
    <message>
        <source>a whole number must fit into 64 bits</source>
        <translation>un nombre entier doit tenir sur 64 bits</translation>
    </message>
    <message>
        <source>a number too large</source>
        <translation>un nombre trop grand</translation>
    </message>
    <message>
        <source>unknown exception %1</source>
        <translation>exception inconnue %1</translation>
    </message>
    <message>
        <source>a list of names of exceptions is expected here</source>
        <translation>une liste de noms d’exceptions est attendue ici</translation>
    </message>
    <message>
        <source>a list of names of tasks is expected here</source>
        <translation>une liste de noms de tâches est attendue ici</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>--output needs the name of a file</source>
        <translation>--output demande le nom d’un fichier</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>sortie standard</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>impossible d’écrire %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>the main program</source>
        <translation>le programme principal</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 et %2</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, puis %2</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>Impossible d’écrire %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <source>Cannot write %1: a picture of %2 x %3 pixels at scale %4 is too large.</source>
        <translation>Impossible d’écrire %1&#xa0;: une image de %2 x %3 pixels à l’échelle %4 est trop grande.</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>ce n’est pas un dossier</translation>
    </message>
    <message>
        <source>the folder holds other files</source>
        <translation>le dossier contient d’autres fichiers</translation>
    </message>
    <message>
        <source>the folder that is there cannot be replaced</source>
        <translation>le dossier présent ne peut être remplacé</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>le dossier ne peut être créé</translation>
    </message>
    <message>
        <source>nothing has run yet</source>
        <translation>rien ne s’est encore exécuté</translation>
    </message>
    <message>
        <source>there is no folder %1</source>
        <translation>il n’y a pas de dossier %1</translation>
    </message>
    <message>
        <source>its symbolic links go in a circle</source>
        <translation>ses liens symboliques tournent en rond</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>ce n’est pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>Cannot write %1: a picture of %2 x %3 pixels at scale %4 is too large: it has more than %5 million pixels.</source>
        <translation>Impossible d’écrire %1&#xa0;: une image de %2 x %3 pixels à l’échelle %4 est trop grande&#xa0;: elle a plus de %5 millions de pixels.</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>%1 s</source>
        <comment>a slot of time, in seconds</comment>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>callback</source>
        <translation>callback</translation>
    </message>
    <message>
        <source>timer of %1</source>
        <translation>minuterie de %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>To the beginning</source>
        <translation>Au début</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Un pas en arrière</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>Un pas en avant</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>À la fin</translation>
    </message>
    <message>
        <source>Where in the run</source>
        <translation>Position dans l’exécution</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>horloge</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>pas</translation>
    </message>
    <message>
        <source>Axis: time, or one column a step</source>
        <translation>Axe&#xa0;: le temps, ou une colonne par pas</translation>
    </message>
    <message>
        <source>Who is next?</source>
        <translation>À qui le tour&#xa0;?</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>The chart as a table</source>
        <translation>Le diagramme en tableau</translation>
    </message>
    <message>
        <source>Chart of the run</source>
        <translation>Diagramme de l’exécution</translation>
    </message>
    <message>
        <source>slot</source>
        <translation>tranche</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>au travail</translation>
    </message>
    <message>
        <source>has the thread</source>
        <translation>a le thread</translation>
    </message>
    <message>
        <source>ready queue (FIFO)</source>
        <translation>file des tâches prêtes (FIFO)</translation>
    </message>
    <message>
        <source>timers</source>
        <translation>minuteries</translation>
    </message>
    <message>
        <source>awaiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>(nobody)</source>
        <translation>(personne)</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>What to notice</source>
        <translation>À remarquer</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Signes</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>pas %1 sur %2</translation>
    </message>
    <message>
        <source>Who gets the thread next?</source>
        <translation>Qui reçoit le thread ensuite&#xa0;?</translation>
    </message>
    <message>
        <source>not sure yet</source>
        <translation>je ne sais pas encore</translation>
    </message>
    <message>
        <source>Right: %1.</source>
        <translation>Oui&#xa0;: %1.</translation>
    </message>
    <message>
        <source>No: %1.</source>
        <translation>Non&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%1 bonnes réponses sur %2</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>The source of this run is not at hand.</source>
        <translation>Le source de cette exécution n’est pas disponible.</translation>
    </message>
    <message>
        <source>Nothing has been printed yet.</source>
        <translation>Rien n’est encore affiché.</translation>
    </message>
    <message>
        <source>program</source>
        <translation>programme</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécution</translation>
    </message>
    <message>
        <source>Space: play, pause
→ ←: an event on, back
Shift+→ ←: a step on, back
Ctrl+→ ←: an iteration of the loop
Home, End: to the beginning, to the end
&gt; &lt;: faster, slower
A: axis
W: who is next?
[ ]: where to loop from, and to</source>
        <translation>Espace&#xa0;: lire, pause
→ ←&#xa0;: un événement en avant, en arrière
Maj+→ ←&#xa0;: un pas en avant, en arrière
Ctrl+→ ←&#xa0;: une itération de la boucle
Début, Fin&#xa0;: au début, à la fin
&gt; &lt;&#xa0;: plus vite, moins vite
A&#xa0;: axe
W&#xa0;: à qui le tour&#xa0;?
[ ]&#xa0;: répéter à partir d’ici, jusqu’ici</translation>
    </message>
    <message>
        <source>Made with Coroscope. The script and style of this page are under the MIT licence; the run is its author’s.</source>
        <translation>Fait avec Coroscope. Le script et le style de cette page sont sous licence MIT&#xa0;; l’exécution appartient à qui l’a faite.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Nothing is found.</source>
        <translation>Rien n’est trouvé.</translation>
    </message>
    <message>
        <source>Made with Coroscope.</source>
        <translation>Fait avec Coroscope.</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Toutes les exécutions</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Couloirs</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>That is right.</source>
        <translation>C’est juste.</translation>
    </message>
    <message>
        <source>It is not so.</source>
        <translation>Il n’en est rien.</translation>
    </message>
    <message>
        <source>To try</source>
        <translation>À essayer</translation>
    </message>
</context>
<context>
    <name>PythonRun</name>
    <message>
        <source>no Python was found: there is no python3 on the PATH</source>
        <translation>aucun Python n’a été trouvé&#xa0;: il n’y a pas de python3 dans le PATH</translation>
    </message>
    <message>
        <source>%1 is no Python interpreter: there is no such program</source>
        <translation>%1 n’est pas un interpréteur Python&#xa0;: ce programme n’existe pas</translation>
    </message>
    <message>
        <source>there is no folder to put the recorder in: neither the cache nor the temporary folder can be written to</source>
        <translation>il n’y a pas de dossier où mettre l’enregistreur&#xa0;: ni le cache ni le dossier temporaire ne sont accessibles en écriture</translation>
    </message>
    <message>
        <source>no pipe could be made: %1</source>
        <translation>aucun tube n’a pu être créé&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 n’a pas pu être démarré&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>PythonSource</name>
    <message>
        <source>--set takes NAME=VALUE, not %1</source>
        <translation>--set prend NOM=VALEUR, pas %1</translation>
    </message>
    <message>
        <source>%1 is %2 in %3 and cannot be %4</source>
        <translation>%1 vaut %2 dans %3 et ne peut pas être %4</translation>
    </message>
    <message>
        <source>%1 has no constant %2: it has none</source>
        <translation>%1 n’a pas de constante %2&#xa0;: il n’en a aucune</translation>
    </message>
    <message>
        <source>%1 has no constant %2; it has %3</source>
        <translation>%1 n’a pas de constante %2&#xa0;; il a %3</translation>
    </message>
    <message>
        <source>--block takes the number of a line, not %1</source>
        <translation>--block prend le numéro d’une ligne, pas %1</translation>
    </message>
    <message>
        <source>%1: was ended after %2 events; --until SECONDS ends it earlier</source>
        <translation>%1&#xa0;: arrêté après %2 événements&#xa0;; --until SECONDES l’arrête plus tôt</translation>
    </message>
    <message>
        <source>interrupts the run at this instant</source>
        <translation>interrompt l’exécution à cet instant</translation>
    </message>
    <message>
        <source>of a Python program: computing takes the time measured (default), or is free</source>
        <translation>d’un programme Python&#xa0;: le calcul prend le temps mesuré (measured, par défaut), ou n’en prend pas (free)</translation>
    </message>
    <message>
        <source>of a Python program: this line&apos;s await asyncio.sleep blocks; can be repeated</source>
        <translation>d’un programme Python&#xa0;: le await asyncio.sleep de cette ligne bloque&#xa0;; peut être répété</translation>
    </message>
    <message>
        <source>the interpreter of a Python program</source>
        <translation>l’interpréteur d’un programme Python</translation>
    </message>
    <message>
        <source>--%1 is for Python programs; %2 is none</source>
        <translation>--%1 est pour les programmes Python&#xa0;; %2 n’en est pas un</translation>
    </message>
    <message>
        <source>what stands behind -- is for Python programs; %1 is none</source>
        <translation>ce qui suit -- est pour les programmes Python&#xa0;; %1 n’en est pas un</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>ce fichier n’existe pas</translation>
    </message>
    <message>
        <source>virtual (default): waiting takes no time; or real: it takes its time</source>
        <translation>virtual (par défaut)&#xa0;: attendre ne prend pas de temps&#xa0;; ou real&#xa0;: attendre prend son temps</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>awaits what no task can await</source>
        <translation>attend ce qu’aucune tâche ne peut attendre</translation>
    </message>
    <message>
        <source>sleeps until %1</source>
        <translation>s’endort jusqu’à %1</translation>
    </message>
    <message>
        <source>waits for a result (%1)</source>
        <translation>attend un résultat (%1)</translation>
    </message>
    <message>
        <source>waits for the end of %1</source>
        <translation>attend la fin de la tâche %1</translation>
    </message>
    <message>
        <source>waits for %1 (gather)</source>
        <translation>attend %1 (gather)</translation>
    </message>
    <message>
        <source>waits for the end of gather()</source>
        <translation>attend la fin de gather()</translation>
    </message>
    <message>
        <source>waits for %1 (wait)</source>
        <translation>attend %1 (wait)</translation>
    </message>
    <message>
        <source>waits for the end of wait()</source>
        <translation>attend la fin de wait()</translation>
    </message>
    <message>
        <source>waits for an item (%1)</source>
        <translation>attend un élément (%1)</translation>
    </message>
    <message>
        <source>waits for room (%1)</source>
        <translation>attend une place (%1)</translation>
    </message>
    <message>
        <source>waits until every item has been dealt with (%1)</source>
        <translation>attend que tous les éléments soient traités (%1)</translation>
    </message>
    <message>
        <source>waits for the lock (%1)</source>
        <translation>attend le verrou (%1)</translation>
    </message>
    <message>
        <source>waits for a free place (%1)</source>
        <translation>attend une place libre (%1)</translation>
    </message>
    <message>
        <source>waits for the event (%1)</source>
        <translation>attend l’événement (%1)</translation>
    </message>
    <message>
        <source>waits for the condition (%1)</source>
        <translation>attend la condition (%1)</translation>
    </message>
    <message>
        <source>waits for the others (%1)</source>
        <translation>attend les autres (%1)</translation>
    </message>
    <message>
        <source>waits for the tasks of its group</source>
        <translation>attend les tâches de son groupe</translation>
    </message>
    <message>
        <source>waits for the thread&apos;s result</source>
        <translation>attend le résultat du thread</translation>
    </message>
    <message>
        <source>waits for data (%1)</source>
        <translation>attend des données (%1)</translation>
    </message>
    <message>
        <source>%1, until %2 at the latest</source>
        <translation>%1, jusqu’à %2 au plus tard</translation>
    </message>
    <message>
        <source>the loop calls a callback</source>
        <translation>la boucle appelle un callback</translation>
    </message>
    <message>
        <source>the loop calls the callback %1</source>
        <translation>la boucle appelle le callback %1</translation>
    </message>
    <message>
        <source>a timer is due and the loop calls its callback</source>
        <translation>une minuterie arrive à échéance et la boucle appelle son callback</translation>
    </message>
    <message>
        <source>the timer is due and the loop calls the callback %1</source>
        <translation>la minuterie arrive à échéance et la boucle appelle le callback %1</translation>
    </message>
    <message>
        <source>%1 gets the thread</source>
        <translation>la tâche %1 reçoit le thread</translation>
    </message>
    <message>
        <source>%1 gets the thread for the first time</source>
        <translation>la tâche %1 reçoit le thread pour la première fois</translation>
    </message>
    <message>
        <source>%1 gets the thread, with CancelledError where it was waiting</source>
        <translation>la tâche %1 reçoit le thread, avec CancelledError à l’endroit où elle attendait</translation>
    </message>
    <message>
        <source>%1, whose timer was due at %2, gets the thread only now</source>
        <translation>la tâche %1, dont la minuterie était arrivée à échéance à %2, ne reçoit le thread que maintenant</translation>
    </message>
    <message>
        <source>%1, ready since %2, gets the thread only now</source>
        <translation>la tâche %1, prête depuis %2, ne reçoit le thread que maintenant</translation>
    </message>
    <message>
        <source>%1 is woken by its timer and gets the thread</source>
        <translation>la tâche %1 est réveillée par sa minuterie et reçoit le thread</translation>
    </message>
    <message>
        <source>the time limit of %1 is over: it is woken and gets the thread</source>
        <translation>la limite de temps de la tâche %1 est dépassée&#xa0;: elle est réveillée et reçoit le thread</translation>
    </message>
    <message>
        <source>%1 is woken by the end of its group and gets the thread</source>
        <translation>la tâche %1 est réveillée par la fin de son groupe et reçoit le thread</translation>
    </message>
    <message>
        <source>%1 is woken by the thread&apos;s result and gets the thread of the loop</source>
        <translation>la tâche %1 est réveillée par le résultat du thread et reçoit le thread de la boucle</translation>
    </message>
    <message>
        <source>%1, which was waiting for %2, is woken and gets the thread</source>
        <translation>la tâche %1, qui attendait %2, est réveillée et reçoit le thread</translation>
    </message>
    <message>
        <source>%1, which was waiting for %2, is woken by %3 and gets the thread</source>
        <translation>la tâche %1, qui attendait %2, est réveillée par %3 et reçoit le thread</translation>
    </message>
    <message>
        <source>waits for the process %1</source>
        <translation>attend le processus %1</translation>
    </message>
    <message>
        <source>%1 gets data (%2) and the thread</source>
        <translation>la tâche %1 reçoit des données (%2) et le thread</translation>
    </message>
    <message>
        <source>%1 is woken by the end of the process %2 and gets the thread</source>
        <translation>la tâche %1 est réveillée par la fin du processus %2 et reçoit le thread</translation>
    </message>
    <message>
        <source>waits for a result</source>
        <translation>attend un résultat</translation>
    </message>
    <message>
        <source>waits for the end of %1, which is shielded</source>
        <translation>attend la fin de la tâche %1, protégée par shield()</translation>
    </message>
    <message>
        <source>%1 is woken by the end of %2 and gets the thread</source>
        <comment>of a task</comment>
        <translation>la tâche %1 est réveillée par la fin de la tâche %2 et reçoit le thread</translation>
    </message>
    <message>
        <source>%1 is woken by the end of %2 and gets the thread</source>
        <comment>of a call</comment>
        <translation>la tâche %1 est réveillée par la fin de %2 et reçoit le thread</translation>
    </message>
    <message>
        <source>a result</source>
        <translation>un résultat</translation>
    </message>
    <message>
        <source>gives the loop a pass</source>
        <translation>laisse la boucle faire un tour</translation>
    </message>
    <message>
        <source>%1 starts %2</source>
        <comment>a call, a coroutine or generator</comment>
        <translation>%1 démarre %2</translation>
    </message>
    <message>
        <source>%1 resumes %2</source>
        <comment>a call, a coroutine or generator</comment>
        <translation>%1 fait reprendre %2</translation>
    </message>
    <message>
        <source>a callback</source>
        <translation>un callback</translation>
    </message>
    <message>
        <source>%1 gets the thread again, as nobody else had reached the front of the queue in that pass</source>
        <translation>la tâche %1 reçoit de nouveau le thread, car à ce tour personne d’autre n’était en tête de la file</translation>
    </message>
    <message>
        <source>%1 has let %2 go first and gets the thread again</source>
        <translation>la tâche %1 a laissé passer %2 et reçoit de nouveau le thread</translation>
    </message>
    <message>
        <source>the time limit of %1 is over: it gets the thread, with CancelledError where it was waiting</source>
        <translation>la limite de temps de la tâche %1 est dépassée&#xa0;: elle reçoit le thread, avec CancelledError à l’endroit où elle attendait</translation>
    </message>
    <message>
        <source>%1, cancelled because the time limit of %2 is over, gets the thread, with CancelledError where it was waiting</source>
        <translation>la tâche %1, annulée parce que la limite de temps de la tâche %2 est dépassée, reçoit le thread, avec CancelledError à l’endroit où elle attendait</translation>
    </message>
    <message>
        <source>%1, cancelled by its group because %2 has failed, gets the thread, with CancelledError where it was waiting</source>
        <translation>la tâche %1, annulée par son groupe parce que %2 a échoué, reçoit le thread, avec CancelledError à l’endroit où elle attendait</translation>
    </message>
    <message>
        <source>%1, cancelled by %2, gets the thread, with CancelledError where it was waiting</source>
        <translation>la tâche %1, annulée par %2, reçoit le thread, avec CancelledError à l’endroit où elle attendait</translation>
    </message>
    <message>
        <source>%1 is woken by the end of %2, the last that %3 waited for, and gets the thread</source>
        <translation>la tâche %1 est réveillée par la fin de la tâche %2, la dernière que %3 attendait, et reçoit le thread</translation>
    </message>
    <message>
        <source>%1 is woken by the failure of %2 (%3) and gets the thread</source>
        <translation>la tâche %1 est réveillée par l’échec de la tâche %2 (%3) et reçoit le thread</translation>
    </message>
    <message>
        <source>%1 is woken by the end of %2 (%3) and gets the thread</source>
        <translation>la tâche %1 est réveillée par la fin de la tâche %2 (%3) et reçoit le thread</translation>
    </message>
</context>
<context>
    <name>RunCommand</name>
    <message>
        <source>en (default) or fr</source>
        <translation>en (par défaut) ou fr</translation>
    </message>
    <message>
        <source>writes there instead of standard output</source>
        <translation>écrit dans ce fichier plutôt que sur la sortie standard</translation>
    </message>
    <message>
        <source>Runs a scenario file, or reads a saved run, and prints what it shows.</source>
        <translation>Exécute un scénario, ou lit une exécution enregistrée, et affiche ce qu’il montre.</translation>
    </message>
    <message>
        <source>text (default), jsonl, chrome or stream</source>
        <translation>text (par défaut), jsonl, chrome ou stream</translation>
    </message>
    <message>
        <source>the notes are left out: a stream has none</source>
        <translation>les notes sont omises&#xa0;: un flux n’en a pas</translation>
    </message>
    <message>
        <source>text (default), jsonl, chrome or stream; of a Python program also console: its output as it is</source>
        <translation>text (par défaut), jsonl, chrome ou stream&#xa0;; d’un programme Python aussi console&#xa0;: sa sortie telle quelle</translation>
    </message>
    <message>
        <source>--format console is for Python programs; %1 is none</source>
        <translation>--format console est pour les programmes Python&#xa0;; %1 n’en est pas un</translation>
    </message>
    <message>
        <source>--format console writes no file; without --output it passes on what the program writes</source>
        <translation>--format console n’écrit pas de fichier&#xa0;; sans --output, il transmet ce qu’écrit le programme</translation>
    </message>
    <message>
        <source>sets a parameter of the lesson or a constant of the program; can be repeated</source>
        <translation>fixe un paramètre de la leçon ou une constante du programme&#xa0;; peut être répété</translation>
    </message>
    <message>
        <source>Runs a lesson or a Python program and prints what it shows.</source>
        <translation>Exécute une leçon ou un programme Python et affiche ce qu’il montre.</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>a page plays at most %1 steps; this run has %2</source>
        <translation>une page joue au plus %1 pas&#xa0;; cette exécution en a %2</translation>
    </message>
</context>
<context>
    <name>RunRemarks</name>
    <message>
        <source>a child process</source>
        <comment>somebody a program talks to</comment>
        <translation>un processus enfant</translation>
    </message>
    <message>
        <source>the network</source>
        <comment>somebody a program talks to</comment>
        <translation>le réseau</translation>
    </message>
    <message>
        <source>another program</source>
        <comment>somebody a program talks to</comment>
        <translation>un autre programme</translation>
    </message>
    <message>
        <source>%1 ran, but was not recorded to its end: %2</source>
        <translation>%1 s’est exécuté, mais n’a pas été enregistré jusqu’au bout&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 has an event loop that is not asyncio’s own, %2: what runs in it is not recorded</source>
        <translation>%1 a une boucle d’événements qui n’est pas celle d’asyncio, %2&#xa0;: ce qui s’y exécute n’est pas enregistré</translation>
    </message>
    <message>
        <source>%1 talks to %2, so the next run may differ; --clock real measures every time</source>
        <translation>%1 échange avec %2&#xa0;: la prochaine exécution peut différer&#xa0;; --clock real mesure tous les temps</translation>
    </message>
    <message>
        <source>%1 talks to %2, so the next run may differ; on the real clock, a switch beside Run, every time is measured</source>
        <translation>%1 échange avec %2&#xa0;: la prochaine exécution peut différer&#xa0;; l’horloge réelle, un bouton à côté d’Exécuter, mesure tous les temps</translation>
    </message>
</context>
<context>
    <name>SavedRun</name>
    <message>
        <source>this version of the format is not known: &quot;version&quot; must be %1</source>
        <translation>cette version du format est inconnue&#xa0;: «&#xa0;version&#xa0;» doit être %1</translation>
    </message>
    <message>
        <source>&quot;dialect&quot; must be &quot;lesson&quot; or &quot;scenario&quot;</source>
        <translation>«&#xa0;dialect&#xa0;» doit être «&#xa0;lesson&#xa0;» ou «&#xa0;scenario&#xa0;»</translation>
    </message>
    <message>
        <source>too many names</source>
        <translation>trop de noms</translation>
    </message>
    <message>
        <source>the text %1 is there twice</source>
        <translation>le texte %1 est présent deux fois</translation>
    </message>
    <message>
        <source>the place %1 is there twice</source>
        <translation>l’emplacement %1 est présent deux fois</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; is there twice</source>
        <translation>la clé «&#xa0;%1&#xa0;» est présente deux fois</translation>
    </message>
    <message>
        <source>a number that no event can have</source>
        <translation>un nombre qu’aucun événement ne peut avoir</translation>
    </message>
</context>
<context>
    <name>ScenarioReader</name>
    <message>
        <source>not a scenario: a JSON object is expected</source>
        <translation>pas un scénario&#xa0;: un objet JSON est attendu</translation>
    </message>
    <message>
        <source>the key &quot;tasks&quot; is missing</source>
        <translation>la clé &quot;tasks&quot; manque</translation>
    </message>
    <message>
        <source>&quot;until&quot;</source>
        <translation>&quot;until&quot;</translation>
    </message>
    <message>
        <source>unknown key %1</source>
        <translation>clé inconnue %1</translation>
    </message>
    <message>
        <source>not a scenario: the key &quot;format&quot; is missing</source>
        <translation>pas un scénario&#xa0;: la clé &quot;format&quot; manque</translation>
    </message>
    <message>
        <source>not a scenario: &quot;format&quot; must be &quot;coroscope-program&quot;</source>
        <translation>pas un scénario&#xa0;: &quot;format&quot; doit valoir &quot;coroscope-program&quot;</translation>
    </message>
    <message>
        <source>the key &quot;version&quot; is missing</source>
        <translation>la clé &quot;version&quot; manque</translation>
    </message>
    <message>
        <source>this version of the format is not known: &quot;version&quot; must be 1</source>
        <translation>cette version du format est inconnue&#xa0;: &quot;version&quot; doit valoir 1</translation>
    </message>
    <message>
        <source>&quot;objects&quot; must be an object: name and [kind, arguments...]</source>
        <translation>&quot;objects&quot; doit être un objet&#xa0;: nom et [type, arguments...]</translation>
    </message>
    <message>
        <source>an object needs a name</source>
        <translation>un objet doit avoir un nom</translation>
    </message>
    <message>
        <source>an object must be an array that begins with its kind, like [&quot;queue&quot;, 1]</source>
        <translation>un objet doit être un tableau qui commence par son type, comme [&quot;queue&quot;, 1]</translation>
    </message>
    <message>
        <source>a %1 takes no argument</source>
        <translation>%1 ne prend pas d’argument</translation>
    </message>
    <message>
        <source>a %1 takes one argument, its %2</source>
        <translation>%1 prend un argument (%2)</translation>
    </message>
    <message>
        <source>unknown kind of object %1</source>
        <translation>type d’objet inconnu %1</translation>
    </message>
    <message>
        <source>&quot;tasks&quot; must be an array of [name, operations]</source>
        <translation>&quot;tasks&quot; doit être un tableau de [nom, opérations]</translation>
    </message>
    <message>
        <source>a task must be an array of two: [name, operations]</source>
        <translation>une tâche doit être un tableau de deux éléments&#xa0;: [nom, opérations]</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>%1: %2.</source>
        <extracomment>time, what happens</extracomment>
        <translation>%1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>the callback</source>
        <translation>le callback</translation>
    </message>
    <message>
        <source>%1 goes on</source>
        <translation>%1 continue</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>who does what</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between two clauses</comment>
        <translation>&#xa0;; </translation>
    </message>
    <message>
        <source>starts the loop</source>
        <translation>lance la boucle</translation>
    </message>
    <message>
        <source>nobody has the thread; the coroutines wait for the next send</source>
        <translation>personne n’a le thread&#xa0;; les coroutines attendent le prochain send</translation>
    </message>
    <message>
        <source>the time limit of %1</source>
        <translation>la limite de temps de la tâche %1</translation>
    </message>
    <message>
        <source>a callback</source>
        <translation>un callback</translation>
    </message>
    <message>
        <source>the callback %1</source>
        <translation>le callback %1</translation>
    </message>
    <message>
        <source>%1 comes back from its call</source>
        <translation>%1 revient de son appel</translation>
    </message>
    <message>
        <source>%1 is cancelled before its first step</source>
        <translation>%1 est annulée avant d’avoir commencé</translation>
    </message>
    <message>
        <source>%1 prints %2</source>
        <translation>%1 affiche %2</translation>
    </message>
    <message>
        <source>Python warns: %1</source>
        <translation>Python avertit&#xa0;: %1</translation>
    </message>
    <message>
        <source>nobody has asked for the exception of %1: %2</source>
        <translation>l’exception de la tâche %1 n’a jamais été récupérée&#xa0;: %2</translation>
    </message>
    <message>
        <source>the loop reports: %1</source>
        <translation>la boucle signale&#xa0;: %1</translation>
    </message>
    <message>
        <source>the loop stops</source>
        <translation>la boucle s’arrête</translation>
    </message>
    <message>
        <source>the loop goes round and round without end, and is stopped</source>
        <translation>la boucle tourne sans fin et on l’arrête</translation>
    </message>
    <message>
        <source>an error stops the loop</source>
        <translation>une erreur arrête la boucle</translation>
    </message>
    <message>
        <source>nothing is left that could ever run; %1 waits for ever</source>
        <translation>plus rien ne pourra jamais s’exécuter&#xa0;; %1 attend pour toujours</translation>
    </message>
    <message>
        <source>nothing is left that could ever run; %1 wait for ever</source>
        <translation>plus rien ne pourra jamais s’exécuter&#xa0;; %1 attendent pour toujours</translation>
    </message>
    <message>
        <source>the program ends with %1, which nobody caught</source>
        <translation>le programme se termine par %1, que personne n’a attrapée</translation>
    </message>
    <message>
        <source>the program would go on for ever</source>
        <translation>le programme continuerait sans fin</translation>
    </message>
    <message>
        <source>the program ends</source>
        <translation>le programme se termine</translation>
    </message>
    <message>
        <source>%1 calls %2 and keeps the thread until %3</source>
        <translation>%1 appelle %2 et garde le thread jusqu’à %3</translation>
    </message>
    <message>
        <source>%1 calls %2 and keeps the thread; %3 until %4</source>
        <extracomment>who calls what; who has to wait; until when</extracomment>
        <translation>%1 appelle %2 et garde le thread&#xa0;; %3 jusqu’à %4</translation>
    </message>
    <message>
        <source>%1, which %2</source>
        <extracomment>how a callback, coroutine or generator, named at the end, is called; what it does</extracomment>
        <translation>%1, qui %2</translation>
    </message>
    <message>
        <source>%1; it %2</source>
        <extracomment>how a task (feminine in French) gets the thread; what it does</extracomment>
        <translation>%1&#xa0;; elle %2</translation>
    </message>
    <message>
        <source>outside the loop, %1 is printed</source>
        <translation>hors de la boucle, %1 s’affiche</translation>
    </message>
    <message>
        <source>Ctrl+C interrupts the loop</source>
        <translation>Ctrl+C interrompt la boucle</translation>
    </message>
    <message>
        <source>the program never ends: %1 waits for ever</source>
        <translation>le programme ne finit jamais&#xa0;: %1 attend pour toujours</translation>
    </message>
    <message>
        <source>the program never ends: %1 wait for ever</source>
        <translation>le programme ne finit jamais&#xa0;: %1 attendent pour toujours</translation>
    </message>
    <message>
        <source>the program never ends: %1</source>
        <translation>le programme ne finit jamais&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1; because of them %2 waits for ever, too</source>
        <extracomment>what waits in a ring; who else has to wait because of that</extracomment>
        <translation>%1&#xa0;; à cause d’elles, %2 attend aussi pour toujours</translation>
    </message>
    <message>
        <source>%1; because of them %2 wait for ever, too</source>
        <translation>%1&#xa0;; à cause d’elles, %2 attendent aussi pour toujours</translation>
    </message>
    <message>
        <source>%1 waits for the end of %2</source>
        <translation>%1 attend la fin de %2</translation>
    </message>
    <message>
        <source>%1 waits for the lock %2, which %3 holds</source>
        <extracomment>a task, a lock, the task that holds it</extracomment>
        <translation>%1 attend le verrou %2, que tient %3</translation>
    </message>
    <message>
        <source>%1: %2; nobody needs the thread until then.</source>
        <translation>%1&#xa0;: %2&#xa0;; d’ici là, personne n’a besoin du thread.</translation>
    </message>
    <message>
        <source>%1; the loop sleeps until something comes from outside</source>
        <comment>nobody needs the thread</comment>
        <translation>%1&#xa0;; la boucle dort jusqu’à ce que quelque chose arrive de l’extérieur</translation>
    </message>
    <message>
        <source>%1; the loop sleeps until %2 at the latest, for %3</source>
        <comment>nobody needs the thread</comment>
        <translation>%1&#xa0;; la boucle dort au plus tard jusqu’à %2, pour %3</translation>
    </message>
    <message>
        <source>%1; the loop sleeps until %2, for %3</source>
        <comment>nobody needs the thread</comment>
        <translation>%1&#xa0;; la boucle dort jusqu’à %2, pour %3</translation>
    </message>
    <message>
        <source>nobody needs the loop&apos;s thread</source>
        <translation>personne n’a besoin du thread de la boucle</translation>
    </message>
    <message>
        <source>nobody needs the thread</source>
        <translation>personne n’a besoin du thread</translation>
    </message>
    <message>
        <source>%1 is in %2 until %3, in its own thread</source>
        <translation>%1 est dans %2 jusqu’à %3, dans son propre thread</translation>
    </message>
    <message>
        <source>nothing is left to do: Coroscope stops here, where Python&apos;s loop would wait for Ctrl+C</source>
        <translation>il ne reste rien à faire&#xa0;: Coroscope s’arrête ici, alors que la boucle de Python attendrait Ctrl+C</translation>
    </message>
    <message>
        <source>the program ends; %1 is lost: nothing will run it to its end</source>
        <comment>one task</comment>
        <translation>le programme se termine&#xa0;; la tâche %1 est perdue&#xa0;: plus rien ne la mènera à sa fin</translation>
    </message>
    <message>
        <source>the program ends; %1 are lost: nothing will run them to their ends</source>
        <comment>several tasks</comment>
        <translation>le programme se termine&#xa0;; les tâches %1 sont perdues&#xa0;: plus rien ne les mènera à leur fin</translation>
    </message>
</context>
<context>
    <name>SiteCommand</name>
    <message>
        <source>stopped; the site is not complete</source>
        <translation>arrêté&#xa0;; le site n’est pas complet</translation>
    </message>
    <message>
        <source>cannot write %1: it is not a folder</source>
        <translation>impossible d’écrire %1&#xa0;: ce n’est pas un dossier</translation>
    </message>
    <message>
        <source>cannot write %1: the folder cannot be made</source>
        <translation>impossible d’écrire %1&#xa0;: le dossier ne peut pas être créé</translation>
    </message>
    <message>
        <source>a scenario, a saved run or a Python program besides; can be repeated</source>
        <translation>en plus, un scénario, une exécution enregistrée ou un programme Python&#xa0;; peut être répété</translation>
    </message>
    <message>
        <source>Writes every lesson as a page that plays it, with an index: a web site.</source>
        <translation>Écrit chaque leçon en page qui la joue, avec un index&#xa0;: un site web.</translation>
    </message>
</context>
<context>
    <name>SiteText</name>
    <message>
        <source>Who holds the thread?</source>
        <translation>Qui tient le thread&#xa0;?</translation>
    </message>
    <message>
        <source>Further runs</source>
        <translation>Autres exécutions</translation>
    </message>
</context>
<context>
    <name>SliceChart</name>
    <message>
        <source>%1 = %2
from %3</source>
        <translation>%1 = %2
à partir de %3</translation>
    </message>
    <message>
        <source>%1
from %2, without an end</source>
        <translation>%1
à partir de %2, sans fin</translation>
    </message>
    <message>
        <source>%1
%2 – %3 (%4)</source>
        <translation>%1
%2 – %3 (%4)</translation>
    </message>
    <message>
        <source>%1
at %2</source>
        <translation>%1
à %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln spans</source>
        <translation>
            <numerusform>%Ln intervalle</numerusform>
            <numerusform>%Ln intervalles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lanes</source>
        <translation>
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>(no thread)</source>
        <translation>(sans thread)</translation>
    </message>
    <message>
        <source>(no process)</source>
        <translation>(sans processus)</translation>
    </message>
    <message>
        <source>%1
pid %2</source>
        <translation>%1
pid %2</translation>
    </message>
    <message>
        <source>%1
%2, tid %3</source>
        <translation>%1
%2, tid %3</translation>
    </message>
</context>
<context>
    <name>SliceDetails</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>none in the file; shown up to the end of the trace</source>
        <translation>aucune dans le fichier&#xa0;; montré jusqu’à la fin de la trace</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Self time</source>
        <translation>Temps propre</translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <translation>%1 (%2&#xa0;%)</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Opération</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Also in the file</source>
        <translation>Aussi dans le fichier</translation>
    </message>
    <message>
        <source>the event is longer than can be shown</source>
        <translation>l’événement est plus long que ce qui peut être montré</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln de plus</numerusform>
            <numerusform>%Ln de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SliceRemarks</name>
    <message>
        <source>The file ends in the middle: what was complete is shown, the rest is missing.</source>
        <translation>Le fichier s’arrête au milieu&#xa0;: ce qui était complet est montré, le reste manque.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events could not be used.</source>
        <translation>
            <numerusform>%Ln événement n’a pas pu être utilisé.</numerusform>
            <numerusform>%Ln événements n’ont pas pu être utilisés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln spans lie within more than 65000 others and are left out.</source>
        <translation>
            <numerusform>%Ln intervalle se trouve dans plus de 65&#x202f;000 autres et n’est pas montré.</numerusform>
            <numerusform>%Ln intervalles se trouvent dans plus de 65&#x202f;000 autres et ne sont pas montrés.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file ends in the middle: what was complete is written, the rest is missing.</source>
        <translation>Le fichier s’arrête au milieu&#xa0;: ce qui était complet est écrit, le reste manque.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events could not be used; they are written as they are.</source>
        <translation>
            <numerusform>%Ln événement n’a pas pu être utilisé&#xa0;; il est écrit tel quel.</numerusform>
            <numerusform>%Ln événements n’ont pas pu être utilisés&#xa0;; ils sont écrits tels quels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln numbers that JSON does not know (NaN, Infinity) are written as texts.</source>
        <translation>
            <numerusform>%Ln nombre que JSON ne connaît pas (NaN, Infinity) est écrit comme texte.</numerusform>
            <numerusform>%Ln nombres que JSON ne connaît pas (NaN, Infinity) sont écrits comme textes.</numerusform>
        </translation>
    </message>
    <message>
        <source>What stands under &quot;%1&quot; could not be kept.</source>
        <translation>Ce qui se trouve sous «&#xa0;%1&#xa0;» n’a pas pu être conservé.</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>there is no lesson %1</source>
        <translation>il n’y a pas de leçon %1</translation>
    </message>
    <message>
        <source> (coroscope list shows them all)</source>
        <translation> (coroscope list les montre toutes)</translation>
    </message>
    <message>
        <source>--set is for lessons; %1 is a file</source>
        <translation>--set est pour les leçons&#xa0;; %1 est un fichier</translation>
    </message>
    <message>
        <source>--compare takes one or two lessons or files</source>
        <translation>--compare prend une ou deux leçons, ou un ou deux fichiers</translation>
    </message>
    <message>
        <source>is a trace of another program: it tells what took how long, not which task waited for what; coroscope export draws it, coroscope stats adds it up</source>
        <translation>est une trace d’un autre programme&#xa0;: elle dit combien de temps dure chaque chose, pas quelle tâche attend quoi&#xa0;; coroscope export la dessine, coroscope stats en fait les totaux</translation>
    </message>
    <message>
        <source>%1 has no real clock: what happens outside of its loop is simulated, on the virtual one</source>
        <translation>%1 n’a pas d’horloge réelle&#xa0;: ce qui se passe hors de sa boucle est simulé, sur l’horloge virtuelle</translation>
    </message>
    <message>
        <source>--clock is for lessons and Python programs; %1 is a file</source>
        <translation>--clock est pour les leçons et les programmes Python&#xa0;; %1 est un fichier</translation>
    </message>
</context>
<context>
    <name>SourceText</name>
    <message>
        <source>--set takes NAME=VALUE, not %1</source>
        <translation>--set prend NOM=VALEUR, pas %1</translation>
    </message>
    <message>
        <source>%1 has no parameter %2: it has none</source>
        <translation>%1 n’a pas de paramètre %2&#xa0;: elle n’en a aucun</translation>
    </message>
    <message>
        <source>%1 has no parameter %2; it has %3</source>
        <translation>%1 n’a pas de paramètre %2&#xa0;; elle a %3</translation>
    </message>
</context>
<context>
    <name>StatsCommand</name>
    <message>
        <source>duration</source>
        <translation>durée</translation>
    </message>
    <message>
        <source>thread held</source>
        <translation>thread occupé</translation>
    </message>
    <message>
        <source>thread idle</source>
        <translation>thread libre</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>étapes</translation>
    </message>
    <message>
        <source>switches</source>
        <translation>changements</translation>
    </message>
    <message>
        <source>task</source>
        <translation>tâche</translation>
    </message>
    <message>
        <source>running</source>
        <translation>exécution</translation>
    </message>
    <message>
        <source>blocking</source>
        <translation>blocage</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prête</translation>
    </message>
    <message>
        <source>awaiting</source>
        <translation>attente</translation>
    </message>
    <message>
        <source>state</source>
        <translation>état</translation>
    </message>
    <message>
        <source>text (default) or json</source>
        <translation>text (par défaut) ou json</translation>
    </message>
    <message>
        <source>ready</source>
        <comment>state of a task</comment>
        <translation>prête</translation>
    </message>
    <message>
        <source>running</source>
        <comment>state of a task</comment>
        <translation>en cours</translation>
    </message>
    <message>
        <source>blocking</source>
        <comment>state of a task</comment>
        <translation>bloquante</translation>
    </message>
    <message>
        <source>awaiting</source>
        <comment>state of a task</comment>
        <translation>en attente</translation>
    </message>
    <message>
        <source>done</source>
        <comment>state of a task</comment>
        <translation>terminée</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>state of a task</comment>
        <translation>échouée</translation>
    </message>
    <message>
        <source>cancelled</source>
        <comment>state of a task</comment>
        <translation>annulée</translation>
    </message>
    <message>
        <source>Measures a run: who held the thread, who had to wait, and what was noticed.</source>
        <translation>Mesure une exécution&#xa0;: qui a gardé le thread, qui a dû attendre, et ce qui a été remarqué.</translation>
    </message>
</context>
<context>
    <name>StreamReader</name>
    <message>
        <source>; what stands before it is shown</source>
        <translation>&#xa0;; ce qui précède est montré</translation>
    </message>
    <message>
        <source>the stream ends before the run does</source>
        <translation>le flux se termine avant l’exécution</translation>
    </message>
    <message numerus="yes">
        <source>%n events were lost when this was recorded</source>
        <translation>
            <numerusform>%n événement a été perdu à l’enregistrement</numerusform>
            <numerusform>%n événements ont été perdus à l’enregistrement</numerusform>
        </translation>
    </message>
    <message>
        <source>the stream ends within its first line</source>
        <translation>le flux se termine dans sa première ligne</translation>
    </message>
    <message>
        <source>event %1 is out of time: before the one in front of it, or absurdly far</source>
        <translation>l’événement %1 est hors du temps&#xa0;: avant celui qui le précède, ou absurdement loin</translation>
    </message>
    <message>
        <source>event %1 is of a kind this version does not know</source>
        <translation>l’événement %1 est d’un genre que cette version ne connaît pas</translation>
    </message>
    <message>
        <source>event %1 speaks of a task that is not there</source>
        <translation>l’événement %1 parle d’une tâche absente</translation>
    </message>
    <message>
        <source>event %1 speaks of a text, place or object that is not there</source>
        <translation>l’événement %1 parle d’un texte, d’un emplacement ou d’un objet absent</translation>
    </message>
    <message>
        <source>not a JSON object or array</source>
        <translation>n’est ni un objet ni un tableau JSON</translation>
    </message>
    <message>
        <source>is longer than %1 MiB</source>
        <translation>dépasse %1&#xa0;Mio</translation>
    </message>
    <message>
        <source>the header of a stream is expected here</source>
        <translation>l’en-tête d’un flux est attendu ici</translation>
    </message>
    <message>
        <source>this version of the format is not known: &quot;version&quot; must be %1, not %2</source>
        <translation>cette version du format n’est pas connue&#xa0;: «&#xa0;version&#xa0;» doit valoir %1, et non %2</translation>
    </message>
    <message>
        <source>the key %1 has a value it cannot have</source>
        <translation>la clé %1 a une valeur impossible</translation>
    </message>
    <message>
        <source>number %1 is defined out of turn</source>
        <translation>le numéro %1 est défini hors de son tour</translation>
    </message>
    <message>
        <source>the texts of the run are longer than %1 MiB</source>
        <translation>les textes de l’exécution dépassent %1&#xa0;Mio</translation>
    </message>
    <message>
        <source>a column is no whole number, or one that no event can have</source>
        <translation>une colonne n’est pas un nombre entier, ou en est un qu’aucun événement ne peut avoir</translation>
    </message>
    <message>
        <source>an event has at least a time and a kind</source>
        <translation>un événement a au moins un instant et un genre</translation>
    </message>
    <message>
        <source>there are more events than a run can have</source>
        <translation>il y a plus d’événements qu’une exécution ne peut en avoir</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>ligne %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>the program was not recorded to its end: %1</source>
        <translation>le programme n’a pas été enregistré jusqu’au bout&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>TableCommand</name>
    <message>
        <source>Prints which job was at work in which slot of time.</source>
        <translation>Affiche quel job était en cours dans quelle tranche de temps.</translation>
    </message>
    <message>
        <source>the length of a slot (1)</source>
        <translation>la durée d’une tranche (1)</translation>
    </message>
    <message>
        <source>markdown (default), csv, html or latex</source>
        <translation>markdown (par défaut), csv, html ou latex</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>the table would have %1 slots; a longer --slot makes it shorter</source>
        <translation>le tableau aurait %1 tranches&#xa0;; un --slot plus long le raccourcit</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>slot</source>
        <translation>tranche</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>a slot of time, in seconds</comment>
        <translation>%1&#xa0;s</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more slots</source>
        <translation>
            <numerusform>… et %n tranche de plus</numerusform>
            <numerusform>… et %n tranches de plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier lines …</source>
        <translation>
            <numerusform>%n ligne plus haut …</numerusform>
            <numerusform>%n lignes plus haut …</numerusform>
        </translation>
    </message>
    <message>
        <source>thread</source>
        <translation>thread</translation>
    </message>
    <message>
        <source>main program</source>
        <translation>programme principal</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>pas commencée</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prête</translation>
    </message>
    <message>
        <source>holds the thread</source>
        <translation>a le thread</translation>
    </message>
    <message>
        <source>ready, denied the thread %1</source>
        <translation>prête, privée du thread depuis %1</translation>
    </message>
    <message>
        <source>denied %1</source>
        <translation>privée du thread pendant %1</translation>
    </message>
    <message>
        <source>asleep in select()</source>
        <translation>endormi dans select()</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>bloque</translation>
    </message>
    <message>
        <source>ready, denied the thread</source>
        <translation>prête, privée du thread</translation>
    </message>
    <message>
        <source>awaiting</source>
        <translation>attend</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a card and its run</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Job table</source>
        <translation>Tableau des jobs</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>woken by its timer at %1</source>
        <translation>réveillée à %1 par sa minuterie</translation>
    </message>
    <message>
        <source>back in the queue at %1, of its own accord</source>
        <translation>de retour dans la file à %1, d’elle-même</translation>
    </message>
    <message>
        <source>woken by %1’s put into %2 at %3</source>
        <translation>réveillée à %3 par %1 (put dans %2)</translation>
    </message>
    <message>
        <source>woken by %1’s get from %2 at %3</source>
        <translation>réveillée à %3 par %1 (get dans %2)</translation>
    </message>
    <message>
        <source>woken by %1’s task_done on %2 at %3</source>
        <translation>réveillée à %3 par %1 (task_done sur %2)</translation>
    </message>
    <message>
        <source>woken by %1’s release of %2 at %3</source>
        <translation>réveillée à %3 par %1, qui a rendu %2</translation>
    </message>
    <message>
        <source>woken by %1’s set of %2 at %3</source>
        <translation>réveillée à %3 par %1, qui a activé %2</translation>
    </message>
    <message>
        <source>woken by %1’s notify of %2 at %3</source>
        <translation>réveillée à %3 par %1 (notify sur %2)</translation>
    </message>
    <message>
        <source>woken by %1’s arrival at %2 at %3</source>
        <translation>réveillée à %3 par %1 (arrivée à %2)</translation>
    </message>
    <message>
        <source>woken by its worker thread at %1</source>
        <translation>réveillée à %1 par son thread</translation>
    </message>
    <message>
        <source>woken by data from %1 at %2</source>
        <translation>réveillée à %2 par des données (%1)</translation>
    </message>
    <message>
        <source>woken by the loop at %1</source>
        <translation>réveillée à %1 par la boucle</translation>
    </message>
    <message>
        <source>woken by %1 at %2</source>
        <translation>réveillée à %2 par %1</translation>
    </message>
    <message>
        <source>created by %1 at %2</source>
        <translation>créée à %2 par %1</translation>
    </message>
    <message>
        <source>cancelled by %1 at %2</source>
        <translation>annulée à %2 par %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>creates %1</source>
        <translation>crée %1</translation>
    </message>
    <message>
        <source>wakes %1</source>
        <translation>réveille %1</translation>
    </message>
    <message>
        <source>cancels %1</source>
        <translation>annule %1</translation>
    </message>
    <message>
        <source>%1: %2
%3</source>
        <translation>%1&#xa0;: %2
%3</translation>
    </message>
    <message>
        <source>%1: %2
%3 – %4 (%5)</source>
        <translation>%1&#xa0;: %2
%3 – %4 (%5)</translation>
    </message>
    <message>
        <source>woken by the end of %1 at %2</source>
        <comment>of a task</comment>
        <translation>réveillée à %2 par la fin de la tâche %1</translation>
    </message>
    <message>
        <source>woken by the end of %1 at %2</source>
        <comment>of a process</comment>
        <translation>réveillée à %2 par la fin du processus %1</translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n étape</numerusform>
            <numerusform>%n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échouée</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>s’exécute</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>privée</translation>
    </message>
    <message>
        <source>awaits</source>
        <translation>attend</translation>
    </message>
    <message>
        <source>done</source>
        <comment>a task</comment>
        <translation>terminée</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>exception</translation>
    </message>
    <message>
        <source>cancelled</source>
        <comment>a task</comment>
        <translation>annulée</translation>
    </message>
    <message>
        <source>side by side: steps of one instant, in order</source>
        <translation>côte à côte&#xa0;: étapes d’un même instant, dans l’ordre</translation>
    </message>
    <message>
        <source>steps of one instant</source>
        <translation>étapes d’un instant</translation>
    </message>
</context>
<context>
    <name>TracePicture</name>
    <message>
        <source>--%1 is for runs; %2 is a trace of another program</source>
        <translation>--%1 est pour les exécutions&#xa0;; %2 est la trace d’un autre programme</translation>
    </message>
    <message>
        <source>either --size or --preset, not both</source>
        <translation>--size ou --preset, pas les deux</translation>
    </message>
    <message>
        <source>--from is behind the end of the trace, at %1 s</source>
        <translation>--from est après la fin de la trace, à %1&#xa0;s</translation>
    </message>
    <message>
        <source>--from must be before --to</source>
        <translation>--from doit être avant --to</translation>
    </message>
    <message>
        <source>no lane or process is called %1</source>
        <translation>aucune ligne, aucun processus ne s’appelle %1</translation>
    </message>
    <message>
        <source>--%1 is for traces of other programs</source>
        <translation>--%1 est pour les traces d’autres programmes</translation>
    </message>
</context>
<context>
    <name>TraceReader</name>
    <message>
        <source>there is something after the end of the JSON value</source>
        <translation>il y a quelque chose après la fin de la valeur JSON</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; is there twice</source>
        <translation>la clé &quot;%1&quot; est présente deux fois</translation>
    </message>
    <message>
        <source>not a trace: the key &quot;traceEvents&quot; is missing</source>
        <translation>pas une trace&#xa0;: la clé &quot;traceEvents&quot; manque</translation>
    </message>
</context>
<context>
    <name>TraceStats</name>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>count</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>self</source>
        <translation>propre</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>le plus long</translation>
    </message>
</context>
<context>
    <name>WindowArguments</name>
    <message>
        <source>%1 is neither a command nor a file</source>
        <translation>%1 n’est ni une commande ni un fichier</translation>
    </message>
    <message>
        <source>there is no display to open a window on; without one, coroscope --help shows the commands that work</source>
        <translation>il n’y a pas d’écran où ouvrir une fenêtre&#xa0;; coroscope --help montre les commandes qui s’en passent</translation>
    </message>
    <message>
        <source>either a file or --lesson, not both</source>
        <translation>un fichier ou --lesson, pas les deux</translation>
    </message>
    <message>
        <source>--set needs --lesson</source>
        <translation>--set demande --lesson</translation>
    </message>
    <message>
        <source>the argument %1 is not UTF-8</source>
        <translation>l’argument %1 n’est pas en UTF-8</translation>
    </message>
    <message>
        <source>no window can be opened on the display %1; without one, coroscope --help shows the commands that work</source>
        <translation>aucune fenêtre ne peut s’ouvrir sur l’écran %1&#xa0;; sans écran, coroscope --help montre les commandes qui marchent</translation>
    </message>
</context>
<context>
    <name>coroscope::Arrangement</name>
    <message>
        <source>Width of the lessons</source>
        <translation>Largeur des leçons</translation>
    </message>
    <message>
        <source>Width of the source and the console</source>
        <translation>Largeur du source et de la console</translation>
    </message>
    <message>
        <source>Height of the tables</source>
        <translation>Hauteur des tableaux</translation>
    </message>
    <message>
        <source>Height of the console</source>
        <translation>Hauteur de la console</translation>
    </message>
    <message>
        <source>Chart and tables</source>
        <translation>Diagramme et tableaux</translation>
    </message>
    <message>
        <source>Source and console</source>
        <translation>Source et console</translation>
    </message>
    <message>
        <source>Lessons, chart and source</source>
        <translation>Leçons, diagramme et source</translation>
    </message>
</context>
<context>
    <name>coroscope::ChartMenu</name>
    <message>
        <source>Hide this lane</source>
        <translation>Cacher cette ligne</translation>
    </message>
    <message>
        <source>Move it up</source>
        <translation>Monter la ligne</translation>
    </message>
    <message>
        <source>Move it down</source>
        <translation>Descendre la ligne</translation>
    </message>
    <message>
        <source>Show all lanes, in their own order</source>
        <translation>Montrer toutes les lignes, dans leur ordre</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Flèches</translation>
    </message>
    <message>
        <source>Of the selected task</source>
        <translation>De la tâche choisie</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Lanes of resources</source>
        <translation>Lignes des ressources</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <source>Back to the view before</source>
        <translation>Vue précédente</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Vue suivante</translation>
    </message>
    <message>
        <source>Remove the measure</source>
        <translation>Effacer la mesure</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>Modifier la note</translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation>Supprimer la note</translation>
    </message>
    <message>
        <source>Add a note here</source>
        <translation>Ajouter une note ici</translation>
    </message>
    <message>
        <source>Why does it wait?</source>
        <translation>Pourquoi attend-elle&#xa0;?</translation>
    </message>
</context>
<context>
    <name>coroscope::ChartTable</name>
    <message numerus="yes">
        <source>%n lanes; up and down go from lane to lane, left and right from span to span, Return goes there</source>
        <translation>
            <numerusform>%n ligne&#xa0;; haut et bas vont de ligne en ligne, gauche et droite d’intervalle en intervalle, Entrée y va</numerusform>
            <numerusform>%n lignes&#xa0;; haut et bas vont de ligne en ligne, gauche et droite d’intervalle en intervalle, Entrée y va</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, dans %2</translation>
    </message>
    <message>
        <source>span %1</source>
        <translation>intervalle %1</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>thread</translation>
    </message>
</context>
<context>
    <name>coroscope::ChartWidget</name>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coroscope::ChipField</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coroscope::ChoiceButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>coroscope::CommandPalette</name>
    <message>
        <source>Nothing is called that. Fewer letters find more.</source>
        <translation>Aucun résultat. Moins de lettres en donnent davantage.</translation>
    </message>
</context>
<context>
    <name>coroscope::CompareMenu</name>
    <message>
        <source>Another &amp;lesson…</source>
        <translation>Une autre &amp;leçon…</translation>
    </message>
    <message>
        <source>The run &amp;before</source>
        <translation>L’exécution précé&amp;dente</translation>
    </message>
    <message>
        <source>The &amp;pinned run</source>
        <translation>L’exécution &amp;épinglée</translation>
    </message>
    <message>
        <source>&amp;Nothing</source>
        <translation>&amp;Rien</translation>
    </message>
    <message>
        <source>Compare with which lesson?</source>
        <translation>Comparer avec quelle leçon&#xa0;?</translation>
    </message>
    <message>
        <source>The l&amp;isting, run by Python</source>
        <translation>Le l&amp;isting, exécuté par Python</translation>
    </message>
    <message>
        <source>The blocking &amp;form</source>
        <translation>La &amp;forme bloquante</translation>
    </message>
</context>
<context>
    <name>coroscope::ConsolePanel</name>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>Nothing has been printed yet. Each line will stand here with its instant; a click on it goes there.</source>
        <translation>Rien n’a encore été affiché. Chaque ligne apparaîtra ici avec son instant&#xa0;; un clic y mène.</translation>
    </message>
    <message>
        <source>Console – the last %1 lines</source>
        <translation>Console – les %1 dernières lignes</translation>
    </message>
</context>
<context>
    <name>coroscope::DetailsPanel</name>
    <message>
        <source>Copy the value</source>
        <translation>Copier la valeur</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>Copier la ligne</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Copy everything</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>No span is selected</source>
        <translation>Aucun intervalle choisi</translation>
    </message>
    <message>
        <source>Details of the span</source>
        <translation>Détails de l’intervalle</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copies the selected rows, or all of them</source>
        <translation>Copie les lignes choisies, ou toutes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Closes the details (D)</source>
        <translation>Ferme les détails (D)</translation>
    </message>
</context>
<context>
    <name>coroscope::EventModel</name>
    <message>
        <source>loop starts</source>
        <translation>la boucle démarre</translation>
    </message>
    <message>
        <source>loop stops</source>
        <translation>la boucle s’arrête</translation>
    </message>
    <message>
        <source>loop pass</source>
        <translation>tour de boucle</translation>
    </message>
    <message>
        <source>created</source>
        <translation>créée</translation>
    </message>
    <message>
        <source>named</source>
        <translation>reçoit un nom</translation>
    </message>
    <message>
        <source>gets the thread</source>
        <translation>reçoit le thread</translation>
    </message>
    <message>
        <source>awaits</source>
        <translation>attend</translation>
    </message>
    <message>
        <source>becomes ready</source>
        <translation>devient prête</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échouée</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <source>cancel requested</source>
        <translation>annulation demandée</translation>
    </message>
    <message>
        <source>awaits a coroutine</source>
        <translation>attend une coroutine</translation>
    </message>
    <message>
        <source>coroutine returns</source>
        <translation>la coroutine se termine</translation>
    </message>
    <message>
        <source>blocks the thread</source>
        <translation>bloque le thread</translation>
    </message>
    <message>
        <source>stops blocking</source>
        <translation>cesse de bloquer</translation>
    </message>
    <message>
        <source>callback becomes ready</source>
        <translation>callback prêt</translation>
    </message>
    <message>
        <source>callback runs</source>
        <translation>callback exécuté</translation>
    </message>
    <message>
        <source>callback cancelled</source>
        <translation>callback annulé</translation>
    </message>
    <message>
        <source>timer set</source>
        <translation>minuterie posée</translation>
    </message>
    <message>
        <source>timer due</source>
        <translation>minuterie échue</translation>
    </message>
    <message>
        <source>resource made</source>
        <translation>ressource créée</translation>
    </message>
    <message>
        <source>resource changes</source>
        <translation>la ressource change</translation>
    </message>
    <message>
        <source>child joins</source>
        <translation>un enfant s’ajoute</translation>
    </message>
    <message>
        <source>section begins</source>
        <translation>début de section</translation>
    </message>
    <message>
        <source>section ends</source>
        <translation>fin de section</translation>
    </message>
    <message>
        <source>prints</source>
        <translation>affiche</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>report of the loop</source>
        <translation>message de la boucle</translation>
    </message>
    <message>
        <source>exception caught</source>
        <translation>exception attrapée</translation>
    </message>
    <message>
        <source>callback failed</source>
        <translation>callback échoué</translation>
    </message>
    <message>
        <source>exception never retrieved</source>
        <translation>exception jamais récupérée</translation>
    </message>
    <message>
        <source>coroutine never awaited</source>
        <translation>coroutine jamais attendue</translation>
    </message>
    <message>
        <source>worker starts</source>
        <translation>le thread auxiliaire démarre</translation>
    </message>
    <message>
        <source>worker stops</source>
        <translation>le thread auxiliaire s’arrête</translation>
    </message>
    <message>
        <source>is sent</source>
        <translation>reçoit</translation>
    </message>
    <message>
        <source>yields</source>
        <translation>produit</translation>
    </message>
    <message>
        <source>returns</source>
        <translation>renvoie</translation>
    </message>
    <message>
        <source>raises</source>
        <translation>lève</translation>
    </message>
    <message>
        <source>end of the run</source>
        <translation>fin de l’exécution</translation>
    </message>
    <message>
        <source>main program</source>
        <translation>programme principal</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>à %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>interrupt (Ctrl+C)</source>
        <translation>interruption (Ctrl+C)</translation>
    </message>
    <message>
        <source>loop goes to sleep</source>
        <translation>la boucle s’endort</translation>
    </message>
    <message>
        <source>loop wakes</source>
        <translation>la boucle se réveille</translation>
    </message>
    <message>
        <source>callback returns</source>
        <translation>le callback se termine</translation>
    </message>
    <message>
        <source>asks to sleep</source>
        <translation>demande à dormir</translation>
    </message>
    <message>
        <source>prints an error</source>
        <translation>affiche une erreur</translation>
    </message>
</context>
<context>
    <name>coroscope::EventsPanel</name>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>main program</source>
        <translation>programme principal</translation>
    </message>
    <message>
        <source>Nothing has happened yet. Press Space to play.</source>
        <translation>Rien ne s’est encore passé. Appuyez sur Espace pour lancer la lecture.</translation>
    </message>
</context>
<context>
    <name>coroscope::ExerciseRound</name>
    <message>
        <source>There is no run to ask about.</source>
        <translation>Il n’y a pas d’exécution à interroger.</translation>
    </message>
    <message>
        <source>The run is not over, or too long: exercises are made of a run that has ended.</source>
        <translation>L’exécution n’est pas finie, ou elle est trop longue&#xa0;: les exercices portent sur une exécution terminée.</translation>
    </message>
    <message>
        <source>Nothing in this run can be asked about.</source>
        <translation>Rien dans cette exécution ne se prête à une question.</translation>
    </message>
</context>
<context>
    <name>coroscope::ExerciseView</name>
    <message>
        <source>Done</source>
        <translation>C’est fait</translation>
    </message>
    <message>
        <source>Show the passage again</source>
        <translation>Revoir le passage</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Exercises: the score</source>
        <translation>Exercices&#xa0;: le score</translation>
    </message>
    <message>
        <source>Exercise %1 of %2: %3</source>
        <translation>Exercice %1 sur %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>✓ Right.</source>
        <translation>✓ Exact.</translation>
    </message>
    <message numerus="yes">
        <source>%n slot(s) are not as in the run.</source>
        <translation>
            <numerusform>%n intervalle n’est pas comme dans l’exécution.</numerusform>
            <numerusform>%n intervalles ne sont pas comme dans l’exécution.</numerusform>
        </translation>
    </message>
    <message>
        <source>The answer is: %1</source>
        <translation>La réponse est&#xa0;: %1</translation>
    </message>
    <message>
        <source>The passage shows it.</source>
        <translation>Le passage le montre.</translation>
    </message>
    <message>
        <source>Not quite. %1</source>
        <translation>Pas tout à fait. %1</translation>
    </message>
    <message>
        <source>Refuted: “%1”</source>
        <translation>Réfuté&#xa0;: «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1 of %2 right, %3 wrong, %4 not sure yet.</source>
        <translation>Réponses exactes&#xa0;: %1 sur %2&#xa0;; fausses&#xa0;: %3&#xa0;; «&#xa0;je ne sais pas encore&#xa0;»&#xa0;: %4.</translation>
    </message>
    <message>
        <source>%1× “%2”</source>
        <translation>%1&#xa0;× «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>What was believed:</source>
        <translation>Ce qui était cru&#xa0;:</translation>
    </message>
</context>
<context>
    <name>coroscope::ExplanationStrip</name>
    <message>
        <source>Explanation</source>
        <translation>Explication</translation>
    </message>
    <message>
        <source>Choose a lesson on the left.</source>
        <translation>Choisissez une leçon à gauche.</translation>
    </message>
    <message>
        <source>Nothing has run yet: press Space to play.</source>
        <translation>Rien ne s’est encore exécuté&#xa0;: appuyez sur Espace pour lancer la lecture.</translation>
    </message>
    <message>
        <source> · max.</source>
        <comment>speed</comment>
        <translation> · max.</translation>
    </message>
    <message>
        <source> · %1×</source>
        <comment>speed</comment>
        <translation> · %1×</translation>
    </message>
    <message>
        <source>plays: %1</source>
        <translation>lecture&#xa0;: %1</translation>
    </message>
    <message>
        <source>paused: %1</source>
        <translation>en pause&#xa0;: %1</translation>
    </message>
    <message>
        <source>Run the program: what happens in it is told here.</source>
        <translation>Exécutez le programme&#xa0;: ce qui s’y passe est raconté ici.</translation>
    </message>
</context>
<context>
    <name>coroscope::ExportDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>Exporter une image</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Image (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>Dessin (SVG)</translation>
    </message>
    <message>
        <source>Document (PDF)</source>
        <translation>Document (PDF)</translation>
    </message>
    <message>
        <source>Animation (APNG)</source>
        <translation>Animation (APNG)</translation>
    </message>
    <message>
        <source>Animation (SVG)</source>
        <translation>Animation (SVG)</translation>
    </message>
    <message>
        <source>Animation (WebP)</source>
        <translation>Animation (WebP)</translation>
    </message>
    <message>
        <source>A picture a step (PNG)</source>
        <translation>Une image par étape (PNG)</translation>
    </message>
    <message>
        <source>S&amp;ize</source>
        <translation>&amp;Taille</translation>
    </message>
    <message>
        <source>As shown</source>
        <translation>Comme affiché</translation>
    </message>
    <message>
        <source>Slide 16:9</source>
        <translation>Diapositive 16/9</translation>
    </message>
    <message>
        <source>Slide 4:3</source>
        <translation>Diapositive 4/3</translation>
    </message>
    <message>
        <source>Column of a paper</source>
        <translation>Colonne d’un article</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Largeur en pixels</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Hauteur en pixels</translation>
    </message>
    <message>
        <source>Sharp&amp;ness</source>
        <translation>&amp;Netteté</translation>
    </message>
    <message>
        <source>1 ×</source>
        <translation>1&#xa0;×</translation>
    </message>
    <message>
        <source>2 ×</source>
        <translation>2&#xa0;×</translation>
    </message>
    <message>
        <source>3 ×</source>
        <translation>3&#xa0;×</translation>
    </message>
    <message>
        <source>4 ×</source>
        <translation>4&#xa0;×</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>For print</source>
        <translation>Pour l’impression</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>E&amp;xécution</translation>
    </message>
    <message>
        <source>The whole run</source>
        <translation>Toute l’exécution</translation>
    </message>
    <message>
        <source>Up to now</source>
        <translation>Jusqu’ici</translation>
    </message>
    <message>
        <source>What is visible</source>
        <translation>Ce qui est visible</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <comment>a speed</comment>
        <translation>%1&#xa0;×</translation>
    </message>
    <message>
        <source>S&amp;peed</source>
        <translation>&amp;Vitesse</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>Ti&amp;tre</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Avec</translation>
    </message>
    <message>
        <source>&amp;legend</source>
        <translation>&amp;légende</translation>
    </message>
    <message>
        <source>&amp;job table</source>
        <translation>ta&amp;bleau des jobs</translation>
    </message>
    <message>
        <source>c&amp;onsole</source>
        <translation>c&amp;onsole</translation>
    </message>
    <message>
        <source>not&amp;es</source>
        <translation>not&amp;es</translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation>L’image est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>The picture is too large for the clipboard.</source>
        <translation>L’image est trop grande pour le presse-papiers.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>%1 (*.%2)</source>
        <translation>%1 (*.%2)</translation>
    </message>
    <message numerus="yes">
        <source>That would be %n pictures; a higher speed makes it shorter.</source>
        <translation>
            <numerusform>Cela ferait %n image&#xa0;; une vitesse plus élevée raccourcit l’animation.</numerusform>
            <numerusform>Cela ferait %n images&#xa0;; une vitesse plus élevée raccourcit l’animation.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 est enregistré.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Arrêté&#xa0;; rien n’a été écrit.</translation>
    </message>
    <message>
        <source>How much has been drawn</source>
        <translation>Part déjà dessinée</translation>
    </message>
    <message>
        <source>Page that plays it (HTML)</source>
        <translation>Page qui la joue (HTML)</translation>
    </message>
    <message>
        <source>There is no run yet.</source>
        <translation>Il n’y a pas encore d’exécution.</translation>
    </message>
    <message>
        <source>A page plays at most %1 steps; this run has %2.</source>
        <translation>Une page joue au plus %1 pas&#xa0;; cette exécution en a %2.</translation>
    </message>
</context>
<context>
    <name>coroscope::FileOpener</name>
    <message>
        <source>Reading %1</source>
        <translation>Lecture de %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stops reading the file</source>
        <translation>Arrête la lecture du fichier</translation>
    </message>
    <message>
        <source>Stop reading the file</source>
        <translation>Arrêter la lecture du fichier</translation>
    </message>
    <message>
        <source>How much has been read</source>
        <translation>Part déjà lue</translation>
    </message>
    <message>
        <source>%1: cannot be read: %2</source>
        <translation>%1&#xa0;: lecture impossible&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>coroscope::FreezeCard</name>
    <message>
        <source>“%1” runs on the window&apos;s own thread: what blocks stops the metronome.</source>
        <translation>«&#xa0;%1&#xa0;» se déroule sur le thread même de la fenêtre&#xa0;: ce qui bloque arrête le métronome.</translation>
    </message>
    <message>
        <source>The window stood still for %1 s: a blocking call kept its thread.</source>
        <translation>La fenêtre est restée figée pendant %1&#xa0;s&#xa0;: un appel bloquant a gardé son thread.</translation>
    </message>
    <message>
        <source>The window went on: never more than %1 ms between two frames. Whoever awaits gives the thread back.</source>
        <translation>La fenêtre a continué&#xa0;: jamais plus de %1&#xa0;ms entre deux images. Qui attend rend le thread.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>coroscope::GlossaryWindow</name>
    <message>
        <source>No word is explained with these letters.</source>
        <translation>Aucun mot du glossaire ne contient ces lettres.</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossaire</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Rechercher…</translation>
    </message>
    <message>
        <source>Search the glossary</source>
        <translation>Rechercher dans le glossaire</translation>
    </message>
</context>
<context>
    <name>coroscope::Guide</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire&#xa0;?</translation>
    </message>
    <message>
        <source>About Coroscope</source>
        <translation>À propos de Coroscope</translation>
    </message>
    <message>
        <source>Coroscope %1</source>
        <translation>Coroscope %1</translation>
    </message>
    <message>
        <source>Coroscope shows who holds the thread: asynchronous programs as a live Gantt chart.

Free software under the GNU General Public License, version 3 or later; its scheduler under the MIT licence.</source>
        <translation>Coroscope montre qui a le thread&#xa0;: des programmes asynchrones sous forme de diagramme de Gantt animé.

Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure&#xa0;; son ordonnanceur est sous licence MIT.</translation>
    </message>
</context>
<context>
    <name>coroscope::HandPanel</name>
    <message>
        <source>%1, by hand</source>
        <translation>%1, à la main</translation>
    </message>
    <message>
        <source>This lesson has a loop: there is nothing to drive by hand.</source>
        <translation>Cette leçon a une boucle&#xa0;: il n’y a rien à piloter à la main.</translation>
    </message>
    <message>
        <source>The script drives. The first send takes over.</source>
        <translation>Le script pilote. Le premier send prend la main.</translation>
    </message>
    <message>
        <source>Sending now forgets what was sent later.</source>
        <translation>Envoyer maintenant oublie ce qui a été envoyé plus tard.</translation>
    </message>
    <message>
        <source>driver</source>
        <translation>pilote</translation>
    </message>
    <message>
        <source>yields %1</source>
        <translation>produit %1</translation>
    </message>
    <message>
        <source>(ended)</source>
        <translation>(terminée)</translation>
    </message>
    <message>
        <source>send(None) to %1</source>
        <translation>send(None) à %1</translation>
    </message>
    <message>
        <source>send the value to %1</source>
        <translation>envoyer la valeur à %1</translation>
    </message>
    <message>
        <source>value for %1</source>
        <translation>valeur pour %1</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valeur</translation>
    </message>
    <message>
        <source>From the beginning, by hand</source>
        <translation>Depuis le début, à la main</translation>
    </message>
    <message>
        <source>send(None) lets a coroutine run to its first yield.</source>
        <translation>send(None) fait avancer une coroutine jusqu’à son premier yield.</translation>
    </message>
    <message>
        <source>Stack of %1</source>
        <translation>Pile de %1</translation>
    </message>
</context>
<context>
    <name>coroscope::HandStack</name>
    <message>
        <source>%1; in: %2, out: %3</source>
        <translation>%1&#xa0;; entrée&#xa0;: %2, sortie&#xa0;: %3</translation>
    </message>
</context>
<context>
    <name>coroscope::Introduction</name>
    <message>
        <source>What to notice</source>
        <translation>À remarquer</translation>
    </message>
    <message>
        <source>About this lesson</source>
        <translation>À propos de cette leçon</translation>
    </message>
    <message>
        <source>Folds the text away</source>
        <translation>Replie le texte</translation>
    </message>
    <message>
        <source>Shows what the lesson is about</source>
        <translation>Montre de quoi parle la leçon</translation>
    </message>
    <message>
        <source>About this scenario</source>
        <translation>À propos de ce scénario</translation>
    </message>
    <message>
        <source>The listing talks to the real outside, which is simulated here: run by Python it prints the same lines, at instants that may differ a little.</source>
        <translation>Le programme parle au monde extérieur, qui est simulé ici&#xa0;: exécuté par Python, il affiche les mêmes lignes, à des instants qui peuvent différer un peu.</translation>
    </message>
</context>
<context>
    <name>coroscope::JobTableModel</name>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>au travail</translation>
    </message>
    <message>
        <source>not at work</source>
        <translation>pas au travail</translation>
    </message>
</context>
<context>
    <name>coroscope::JobTablePanel</name>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>A row every</source>
        <translation>Une ligne toutes les</translation>
    </message>
    <message>
        <source>Length of a row&apos;s time slot</source>
        <translation>Durée de la tranche de temps d’une ligne</translation>
    </message>
    <message>
        <source>Job table</source>
        <translation>Tableau des jobs</translation>
    </message>
    <message>
        <source>No jobs here so far. Lessons such as window-queue mark theirs, and this table shows which were at work when.</source>
        <translation>Aucun job pour l’instant. Des leçons comme window-queue signalent les leurs, et ce tableau montre lesquels étaient en cours à quel moment.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copies the table for a document</source>
        <translation>Copie le tableau pour un document</translation>
    </message>
</context>
<context>
    <name>coroscope::KeysOverlay</name>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>coroscope::LectureGuide</name>
    <message>
        <source>%1: %2 of %3, %4</source>
        <translation>%1&#xa0;: %2 sur %3, %4</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>That was the last item of the lecture.</source>
        <translation>C’était le dernier élément du cours.</translation>
    </message>
    <message>
        <source>Lecture</source>
        <translation>Cours</translation>
    </message>
    <message>
        <source>Hide the lecture&apos;s notes</source>
        <translation>Cacher les notes du cours</translation>
    </message>
</context>
<context>
    <name>coroscope::LessonList</name>
    <message>
        <source>Search…</source>
        <translation>Rechercher…</translation>
    </message>
    <message>
        <source>Search lessons</source>
        <translation>Rechercher des leçons</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Leçons</translation>
    </message>
</context>
<context>
    <name>coroscope::LessonModel</name>
    <message>
        <source>Lessons</source>
        <translation>Leçons</translation>
    </message>
</context>
<context>
    <name>coroscope::LessonTalk</name>
    <message>
        <source>Before it plays</source>
        <translation>Avant de jouer</translation>
    </message>
    <message>
        <source>Not sure yet</source>
        <translation>Je ne sais pas encore</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>✓ Right: %1</source>
        <translation>✓ Exact&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not quite. The answer is: %1</source>
        <translation>Pas tout à fait. La réponse est&#xa0;: %1</translation>
    </message>
    <message>
        <source>The answer is: %1</source>
        <translation>La réponse est&#xa0;: %1</translation>
    </message>
    <message>
        <source>Play to where it is seen</source>
        <translation>Jouer jusqu’à l’endroit où on le voit</translation>
    </message>
    <message>
        <source>Play to %1</source>
        <translation>Jouer jusqu’à %1</translation>
    </message>
    <message>
        <source>What many believe</source>
        <translation>Ce que beaucoup croient</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Poser de nouveau la question</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>À essayer</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>atteint</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
</context>
<context>
    <name>coroscope::LoopPanel</name>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>callback</source>
        <translation>callback</translation>
    </message>
    <message>
        <source>timer of %1</source>
        <translation>minuterie de %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>(nobody)</source>
        <translation>(personne)</translation>
    </message>
    <message>
        <source>ready queue (FIFO)</source>
        <translation>file des tâches prêtes (FIFO)</translation>
    </message>
    <message>
        <source>timers</source>
        <translation>minuteries</translation>
    </message>
    <message>
        <source>has the thread</source>
        <translation>a le thread</translation>
    </message>
    <message>
        <source>awaiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>had the thread last</source>
        <translation>a eu le thread en dernier</translation>
    </message>
</context>
<context>
    <name>coroscope::MainWindow</name>
    <message>
        <source>Coroscope</source>
        <translation>Coroscope</translation>
    </message>
    <message>
        <source>%1 – Coroscope</source>
        <translation>%1 – Coroscope</translation>
    </message>
    <message>
        <source>All lessons, by chapter. One click plays a lesson; the field above finds one by a part of its name.</source>
        <translation>Toutes les leçons, par chapitre. Un clic lance une leçon&#xa0;; le champ du dessus en trouve une par une partie de son nom.</translation>
    </message>
    <message>
        <source>Who holds the thread, over time. The first lane is the thread, below it stands a lane for each task: solid holds the thread, hatched blocks it, striped is ready but has to wait for it, dotted awaits something. The wheel zooms, dragging moves, a click selects.</source>
        <translation>Qui a le thread, au fil du temps. La première ligne est le thread&#xa0;; dessous, chaque tâche a la sienne&#xa0;: plein, elle a le thread&#xa0;; hachuré, elle le bloque&#xa0;; rayé, elle est prête mais doit l’attendre&#xa0;; pointillé, elle attend quelque chose. La molette zoome, glisser déplace, un clic sélectionne.</translation>
    </message>
    <message>
        <source>What is happening at the now-line, in one sentence.</source>
        <translation>Ce qui se passe au curseur, en une phrase.</translation>
    </message>
    <message>
        <source>The same run in figures: which job was at work when, what is inside the loop, all tasks, all events, and what was measured.</source>
        <translation>La même exécution en tableaux&#xa0;: quel job était en cours à quel moment, ce qu’il y a dans la boucle, toutes les tâches, tous les événements et les mesures.</translation>
    </message>
    <message>
        <source>Plays the run, step by step or at the speed you like, forwards and back.</source>
        <translation>Rejoue l’exécution, pas à pas ou à la vitesse voulue, en avant comme en arrière.</translation>
    </message>
    <message>
        <source>What the lesson is about and what to look for.</source>
        <translation>De quoi parle la leçon et ce qu’il faut y voir.</translation>
    </message>
    <message>
        <source>Open a Python program, a scenario or a trace</source>
        <translation>Ouvrir un programme Python, un scénario ou une trace</translation>
    </message>
    <message>
        <source>Programs, scenarios and traces (*.py *.json *.jsonl *.gz);;All files (*)</source>
        <translation>Programmes, scénarios et traces (*.py *.json *.jsonl *.gz);;Tous les fichiers (*)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events are recorded; of a run that goes on, no more are kept.</source>
        <translation>
            <numerusform>%Ln événement est enregistré&#xa0;; d’une exécution qui continue, rien de plus n’est gardé.</numerusform>
            <numerusform>%Ln événements sont enregistrés&#xa0;; d’une exécution qui continue, rien de plus n’est gardé.</numerusform>
        </translation>
    </message>
    <message>
        <source>This run is pinned: it stays beside what is shown next. P takes the pin out.</source>
        <translation>Cette exécution est épinglée&#xa0;: elle reste à côté de ce qui sera montré ensuite. P enlève l’épingle.</translation>
    </message>
    <message>
        <source>Nothing is pinned any more.</source>
        <translation>Plus rien n’est épinglé.</translation>
    </message>
</context>
<context>
    <name>coroscope::MeasureModel</name>
    <message>
        <source>difference</source>
        <translation>différence</translation>
    </message>
    <message>
        <source>Time so far</source>
        <translation>Temps écoulé</translation>
    </message>
    <message>
        <source>Thread held</source>
        <translation>Thread occupé</translation>
    </message>
    <message>
        <source>… by blocking calls</source>
        <translation>… par des appels bloquants</translation>
    </message>
    <message>
        <source>Thread asleep</source>
        <translation>Thread endormi</translation>
    </message>
    <message>
        <source>Tasks denied the thread</source>
        <translation>Tâches privées du thread</translation>
    </message>
    <message>
        <source>Turns on the thread</source>
        <translation>Tours sur le thread</translation>
    </message>
    <message>
        <source>Task switches</source>
        <translation>Changements de tâche</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
</context>
<context>
    <name>coroscope::MeasuresPanel</name>
    <message>
        <source>Measures</source>
        <translation>Mesures</translation>
    </message>
</context>
<context>
    <name>coroscope::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Échap</translation>
    </message>
</context>
<context>
    <name>coroscope::NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>A note. Return keeps it, Escape does not.</source>
        <translation>Une note. Entrée la garde, Échap non.</translation>
    </message>
</context>
<context>
    <name>coroscope::Notices</name>
    <message>
        <source>What was noticed</source>
        <translation>Ce qui a été remarqué</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… et %n autre</numerusform>
            <numerusform>… et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coroscope::Outputs</name>
    <message>
        <source>timeline</source>
        <translation>chronologie</translation>
    </message>
    <message>
        <source>The picture is too large for the clipboard.</source>
        <translation>L’image est trop grande pour le presse-papiers.</translation>
    </message>
    <message>
        <source>Save the run</source>
        <translation>Enregistrer l’exécution</translation>
    </message>
    <message>
        <source>Runs (*.trace.json)</source>
        <translation>Exécutions (*.trace.json)</translation>
    </message>
</context>
<context>
    <name>coroscope::OverviewStrip</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>The whole run: drag to go through time, with Shift to move what the chart shows</source>
        <translation>Toute l’exécution&#xa0;: glissez pour parcourir le temps, avec Maj pour déplacer ce que montre le diagramme</translation>
    </message>
    <message>
        <source>Play the measured part again and again (R); measure by dragging with Shift</source>
        <translation>Rejouer en boucle la partie mesurée (R)&#xa0;; mesurez en glissant avec Maj</translation>
    </message>
    <message>
        <source>The chart follows the now-line</source>
        <translation>Le diagramme suit le curseur</translation>
    </message>
    <message>
        <source>G</source>
        <translation>G</translation>
    </message>
    <message>
        <source>Play the measured part again and again</source>
        <translation>Rejouer sans fin la partie mesurée</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
</context>
<context>
    <name>coroscope::ParameterControl</name>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1 (%2)&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 cannot be %2. Possible: %3.</source>
        <translation>%1&#xa0;: %2 n’est pas possible. Il faut %3.</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>un nombre entier de %1 à %2</translation>
    </message>
    <message>
        <source>a number of seconds from %1 to %2</source>
        <translation>un nombre de secondes de %1 à %2</translation>
    </message>
    <message>
        <source>numbers of seconds from %1 to %2, with commas between them</source>
        <translation>des nombres de secondes de %1 à %2, séparés par des virgules</translation>
    </message>
    <message>
        <source>whole numbers from %1 to %2, with commas between them</source>
        <translation>des nombres entiers de %1 à %2, séparés par des virgules</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>oui ou non</translation>
    </message>
</context>
<context>
    <name>coroscope::ParameterStrip</name>
    <message>
        <source>await</source>
        <translation>await</translation>
    </message>
    <message>
        <source>The lesson awaits: others may have the thread meanwhile</source>
        <translation>La leçon attend avec await&#xa0;: d’autres peuvent avoir le thread pendant ce temps</translation>
    </message>
    <message>
        <source>blocking call</source>
        <translation>appel bloquant</translation>
    </message>
    <message>
        <source>The lesson blocks: it keeps the thread meanwhile</source>
        <translation>La leçon bloque&#xa0;: elle garde le thread pendant ce temps</translation>
    </message>
    <message>
        <source>All parameters as they are in the course</source>
        <translation>Tous les paramètres comme dans le cours</translation>
    </message>
    <message>
        <source>Reset the parameters</source>
        <translation>Rétablir les paramètres</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Await or block</source>
        <translation>Attendre ou bloquer</translation>
    </message>
    <message>
        <source>real clock</source>
        <translation>horloge réelle</translation>
    </message>
    <message>
        <source>The lesson runs in real time, in a thread of its own (I)</source>
        <translation>La leçon se déroule en temps réel, dans son propre thread (I)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Interrupts the run as Ctrl+C does (Ctrl+.)</source>
        <translation>Interrompt l’exécution comme le fait Ctrl+C (Ctrl+.)</translation>
    </message>
</context>
<context>
    <name>coroscope::PicturePreview</name>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
</context>
<context>
    <name>coroscope::PositionsPanel</name>
    <message>
        <source>callback</source>
        <translation>callback</translation>
    </message>
    <message>
        <source>program</source>
        <translation>programme</translation>
    </message>
    <message>
        <source>a callback of the loop</source>
        <translation>un callback de la boucle</translation>
    </message>
    <message>
        <source>nobody has the thread</source>
        <translation>personne n’a le thread</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>ligne %1</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>The line of whoever has the thread is highlighted; the names of the others stand at the lines where they wait.</source>
        <translation>La ligne de la tâche qui a le thread est surlignée&#xa0;; les noms des autres figurent aux lignes où elles attendent.</translation>
    </message>
    <message>
        <source>Await stack: of whoever has the thread, or of the task whose name you click in the source</source>
        <translation>Pile d’await&#xa0;: celle de la tâche qui a le thread, ou de celle dont vous cliquez le nom dans le code source</translation>
    </message>
</context>
<context>
    <name>coroscope::PredictBar</name>
    <message>
        <source>Who runs next?</source>
        <translation>À qui le tour&#xa0;?</translation>
    </message>
    <message>
        <source>The run is over.</source>
        <translation>L’exécution est terminée.</translation>
    </message>
    <message>
        <source>Play on to the next question.</source>
        <translation>Continuez jusqu’à la question suivante.</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation>C’est %1.</translation>
    </message>
    <message>
        <source>✓ Right, it is %1.</source>
        <translation>✓ Exact, c’est %1.</translation>
    </message>
    <message>
        <source>Not quite: it is %1.</source>
        <translation>Pas tout à fait&#xa0;: c’est %1.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>right answers: %1 of %2</source>
        <translation>bonnes réponses&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Prédiction</translation>
    </message>
</context>
<context>
    <name>coroscope::ProgramFile</name>
    <message>
        <source>%1: no such file</source>
        <translation>%1&#xa0;: ce fichier n’existe pas</translation>
    </message>
    <message>
        <source>%1: is not a file</source>
        <translation>%1&#xa0;: n’est pas un fichier</translation>
    </message>
    <message>
        <source>%1: is too large: more than %2 MiB</source>
        <translation>%1&#xa0;: est trop grand&#xa0;: plus de %2&#xa0;Mio</translation>
    </message>
    <message>
        <source>%1: is written in %2, which cannot be edited here</source>
        <translation>%1&#xa0;: est écrit en %2, qui ne peut pas être modifié ici</translation>
    </message>
    <message>
        <source>%1: is not UTF-8, and no comment says what else it is</source>
        <translation>%1&#xa0;: n’est pas en UTF-8, et aucun commentaire ne dit en quoi il est</translation>
    </message>
    <message>
        <source>%1: has a character that Latin-1, its encoding, does not know; it was not saved</source>
        <translation>%1&#xa0;: contient un caractère que Latin-1, son encodage, ne connaît pas&#xa0;; il n’a pas été enregistré</translation>
    </message>
    <message>
        <source>%1: could not be saved: %2</source>
        <translation>%1&#xa0;: n’a pas pu être enregistré&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>coroscope::ProgramPanel</name>
    <message>
        <source>Nothing has run yet: Ctrl+Return runs it.</source>
        <translation>Rien n’a encore été exécuté&#xa0;: Ctrl+Entrée l’exécute.</translation>
    </message>
    <message>
        <source>The text has changed since it ran: Ctrl+Return runs it again.</source>
        <translation>Le texte a changé depuis l’exécution&#xa0;: Ctrl+Entrée l’exécute de nouveau.</translation>
    </message>
    <message>
        <source>Files of the program</source>
        <translation>Fichiers du programme</translation>
    </message>
    <message>
        <source>Source of the program</source>
        <translation>Source du programme</translation>
    </message>
    <message>
        <source>%1 •</source>
        <comment>a file that is not saved</comment>
        <translation>%1 •</translation>
    </message>
    <message>
        <source>Another file of the program</source>
        <translation>Un autre fichier du programme</translation>
    </message>
</context>
<context>
    <name>coroscope::ProgramSession</name>
    <message>
        <source>%1: could not be saved: %2</source>
        <translation>%1&#xa0;: n’a pas pu être enregistré&#xa0;: %2</translation>
    </message>
    <message>
        <source>line %1 blocks</source>
        <translation>la ligne %1 bloque</translation>
    </message>
    <message>
        <source>real clock</source>
        <translation>horloge réelle</translation>
    </message>
    <message>
        <source>%1 sent a record that cannot be read; what came before is shown</source>
        <translation>%1 a envoyé un enregistrement illisible&#xa0;; ce qui précédait est affiché</translation>
    </message>
    <message>
        <source>blocking</source>
        <translation>bloquant</translation>
    </message>
</context>
<context>
    <name>coroscope::ProgramStrip</name>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>ended by signal %1</source>
        <translation>terminé par le signal %1</translation>
    </message>
    <message>
        <source>ended with status %1</source>
        <translation>terminé avec le statut %1</translation>
    </message>
    <message>
        <source>no Python was found</source>
        <translation>aucun Python trouvé</translation>
    </message>
    <message>
        <source>%1 is %2 and cannot be “%3”</source>
        <translation>%1 vaut %2 et ne peut pas être «&#xa0;%3&#xa0;»</translation>
    </message>
    <message>
        <source>line %1:</source>
        <translation>ligne %1&#xa0;:</translation>
    </message>
    <message>
        <source>await</source>
        <translation>await</translation>
    </message>
    <message>
        <source>The line of the cursor awaits: the others go on meanwhile</source>
        <translation>La ligne du curseur attend&#xa0;: les autres continuent pendant ce temps</translation>
    </message>
    <message>
        <source>as blocking call</source>
        <translation>comme appel bloquant</translation>
    </message>
    <message>
        <source>The line of the cursor keeps the thread, as time.sleep() does; the file stays as it is</source>
        <translation>La ligne du curseur garde le thread, comme le fait time.sleep()&#xa0;; le fichier reste tel quel</translation>
    </message>
</context>
<context>
    <name>coroscope::ProgramWelcome</name>
    <message>
        <source>▶ Run</source>
        <translation>▶ Exécuter</translation>
    </message>
    <message>
        <source>Run the program</source>
        <translation>Exécuter le programme</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>No Python was found: install python3, or choose one below the source.</source>
        <translation>Aucun Python n’a été trouvé&#xa0;: installez python3, ou choisissez-en un sous le code source.</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>par %1</translation>
    </message>
    <message>
        <source>Nothing has run yet: opening a program only shows it. Run saves it first, and Ctrl+Return does the same.</source>
        <translation>Rien n’a encore été exécuté&#xa0;: ouvrir un programme ne fait que l’afficher. Exécuter l’enregistre d’abord, et Ctrl+Entrée fait de même.</translation>
    </message>
</context>
<context>
    <name>coroscope::Programs</name>
    <message>
        <source>input: what the program asks for is typed here</source>
        <translation>saisie&#xa0;: ce que le programme demande se tape ici</translation>
    </message>
    <message>
        <source>Input of the program</source>
        <translation>Saisie du programme</translation>
    </message>
    <message>
        <source>Where to keep the program</source>
        <translation>Où garder le programme</translation>
    </message>
    <message>
        <source>Python programs (*.py)</source>
        <translation>Programmes Python (*.py)</translation>
    </message>
    <message>
        <source>The cursor is not in a line with “await asyncio.sleep”.</source>
        <translation>Le curseur n’est pas dans une ligne avec «&#xa0;await asyncio.sleep&#xa0;».</translation>
    </message>
    <message>
        <source>Another program has changed %1, and so have you: running writes yours, opening it again reads the other.</source>
        <translation>Un autre programme a modifié %1, et vous aussi&#xa0;: exécuter écrit votre version, l’ouvrir de nouveau lit l’autre.</translation>
    </message>
    <message>
        <source>%1 has changed on disk: Ctrl+Return runs it again.</source>
        <translation>%1 a changé sur le disque&#xa0;: Ctrl+Entrée l’exécute de nouveau.</translation>
    </message>
    <message>
        <source>Another file of the program</source>
        <translation>Un autre fichier du programme</translation>
    </message>
</context>
<context>
    <name>coroscope::RecentFiles</name>
    <message>
        <source>No file has been opened yet</source>
        <translation>Aucun fichier n’a encore été ouvert</translation>
    </message>
</context>
<context>
    <name>coroscope::RunButtons</name>
    <message>
        <source>Run the program</source>
        <translation>Exécuter le programme</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Saves the program and runs it (Ctrl+Return)</source>
        <translation>Enregistre le programme et l’exécute (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>▶ Run</source>
        <translation>▶ Exécuter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop the program</source>
        <translation>Arrêter le programme</translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation>Ctrl+.</translation>
    </message>
    <message>
        <source>Interrupts the program as Ctrl+C does; a second time ends it at once</source>
        <translation>Interrompt le programme comme Ctrl+C&#xa0;; une seconde fois le termine aussitôt</translation>
    </message>
</context>
<context>
    <name>coroscope::RunSettings</name>
    <message>
        <source>no Python</source>
        <translation>pas de Python</translation>
    </message>
    <message>
        <source>Interpreter: %1</source>
        <translation>Interpréteur&#xa0;: %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>Dossier de travail</translation>
    </message>
    <message>
        <source>clock: real</source>
        <translation>horloge&#xa0;: réelle</translation>
    </message>
    <message>
        <source>clock: virtual</source>
        <translation>horloge&#xa0;: virtuelle</translation>
    </message>
    <message>
        <source>The first that is found</source>
        <translation>Le premier qui se trouve</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>Un autre…</translation>
    </message>
    <message>
        <source>Which Python runs it?</source>
        <translation>Quel Python l’exécute&#xa0;?</translation>
    </message>
    <message>
        <source>In which folder does it run?</source>
        <translation>Dans quel dossier s’exécute-t-il&#xa0;?</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Interpréteur</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>arguments</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>What the program finds in sys.argv</source>
        <translation>Ce que le programme trouve dans sys.argv</translation>
    </message>
    <message>
        <source>On the virtual clock an hour of sleep takes no time; on the real one everything takes as long as it takes</source>
        <translation>À l’horloge virtuelle, une heure de sommeil ne prend pas de temps&#xa0;; à l’horloge réelle, tout dure ce que cela dure</translation>
    </message>
    <message>
        <source>run on save</source>
        <translation>exécuter à l’enregistrement</translation>
    </message>
    <message>
        <source>When another editor saves the program, it runs at once: this program, until the next is opened</source>
        <translation>Quand un autre éditeur enregistre le programme, il s’exécute aussitôt&#xa0;: ce programme-ci, jusqu’à ce qu’on en ouvre un autre</translation>
    </message>
</context>
<context>
    <name>coroscope::SearchBar</name>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n trouvé</numerusform>
            <numerusform>%n trouvés</numerusform>
        </translation>
    </message>
    <message>
        <source>Search tasks and events</source>
        <translation>Rechercher des tâches et des événements</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Résultat précédent</translation>
    </message>
    <message>
        <source>Shift+F3</source>
        <translation>Maj+F3</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Résultat suivant</translation>
    </message>
    <message>
        <source>F3</source>
        <translation>F3</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
</context>
<context>
    <name>coroscope::SelectionCard</name>
    <message>
        <source>Select nothing</source>
        <translation>Ne rien sélectionner</translation>
    </message>
</context>
<context>
    <name>coroscope::Session</name>
    <message>
        <source>there is no lesson “%1”</source>
        <translation>il n’y a pas de leçon «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1 – pinned</source>
        <translation>%1 – épinglée</translation>
    </message>
    <message>
        <source>%1 – before: %2</source>
        <translation>%1 – avant&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 – now: %2</source>
        <translation>%1 – maintenant&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 – before</source>
        <translation>%1 – avant</translation>
    </message>
    <message>
        <source>%1 is a trace of another program</source>
        <translation>%1 est une trace d’un autre programme</translation>
    </message>
    <message>
        <source>%1 – measured</source>
        <translation>%1 – mesuré</translation>
    </message>
    <message>
        <source>%1 – model</source>
        <translation>%1 – modèle</translation>
    </message>
    <message>
        <source>real clock</source>
        <translation>horloge réelle</translation>
    </message>
    <message>
        <source>what is on the stage has no real clock</source>
        <translation>ce qui est montré n’a pas d’horloge réelle</translation>
    </message>
    <message>
        <source>this lesson does not end within %1 seconds: it would keep the window</source>
        <translation>cette leçon ne se termine pas en %1 secondes&#xa0;: elle retiendrait la fenêtre</translation>
    </message>
    <message>
        <source>%1 – by Python</source>
        <translation>%1 – par Python</translation>
    </message>
</context>
<context>
    <name>coroscope::SliceChart</name>
    <message>
        <source>Timeline of the trace</source>
        <translation>Chronologie de la trace</translation>
    </message>
</context>
<context>
    <name>coroscope::SliceMenu</name>
    <message>
        <source>Zoom to the span</source>
        <translation>Zoomer sur l’intervalle</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Next of the same name</source>
        <translation>Le suivant du même nom</translation>
    </message>
    <message>
        <source>Previous of the same name</source>
        <translation>Le précédent du même nom</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>Copier le nom</translation>
    </message>
    <message>
        <source>Copy name and times</source>
        <translation>Copier le nom et les temps</translation>
    </message>
    <message>
        <source>Take it from the top</source>
        <translation>La retirer du haut</translation>
    </message>
    <message>
        <source>Keep this lane on top</source>
        <translation>Garder cette ligne en haut</translation>
    </message>
    <message>
        <source>Unfold the lane</source>
        <translation>Déplier la ligne</translation>
    </message>
    <message>
        <source>Fold the lane</source>
        <translation>Replier la ligne</translation>
    </message>
    <message>
        <source>Unfold the process</source>
        <translation>Déplier le processus</translation>
    </message>
    <message>
        <source>Fold the process</source>
        <translation>Replier le processus</translation>
    </message>
    <message>
        <source>Fold all processes</source>
        <translation>Replier tous les processus</translation>
    </message>
    <message>
        <source>All lanes as in the beginning</source>
        <translation>Toutes les lignes comme au début</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tout montrer</translation>
    </message>
</context>
<context>
    <name>coroscope::SliceOverview</name>
    <message>
        <source>Overview of the trace</source>
        <translation>Vue d’ensemble de la trace</translation>
    </message>
</context>
<context>
    <name>coroscope::SourcePanel</name>
    <message>
        <source>The source of this run is not at hand.</source>
        <translation>Le code source de cette exécution n’est pas disponible.</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>ligne %1</translation>
    </message>
    <message>
        <source>Language of the source</source>
        <translation>Langage du code source</translation>
    </message>
    <message>
        <source>%1, the file that really runs</source>
        <translation>%1, le fichier réellement exécuté</translation>
    </message>
    <message>
        <source>Files of the program</source>
        <translation>Fichiers du programme</translation>
    </message>
</context>
<context>
    <name>coroscope::TablePanel</name>
    <message>
        <source>No row holds what is typed in the field above.</source>
        <translation>Aucune ligne ne contient le texte saisi dans le champ du dessus.</translation>
    </message>
</context>
<context>
    <name>coroscope::Tables</name>
    <message>
        <source>Job table</source>
        <translation>Tableau des jobs</translation>
    </message>
    <message>
        <source>Inside the loop</source>
        <translation>Dans la boucle</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtrer…</translation>
    </message>
    <message>
        <source>Show only the rows with this text</source>
        <translation>Ne montrer que les lignes contenant ce texte</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>À la main</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
</context>
<context>
    <name>coroscope::TaskModel</name>
    <message>
        <source>done</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échouée</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>At the now-line</source>
        <translation>Au curseur</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Exécution</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>Blocage</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Privée du thread</translation>
    </message>
    <message>
        <source>Awaiting</source>
        <translation>Attente</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
</context>
<context>
    <name>coroscope::TasksPanel</name>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>No task has been created yet. Press Space to play.</source>
        <translation>Aucune tâche n’a encore été créée. Appuyez sur Espace pour lancer la lecture.</translation>
    </message>
</context>
<context>
    <name>coroscope::Teaching</name>
    <message>
        <source>The lesson&apos;s question</source>
        <translation>La question de la leçon</translation>
    </message>
    <message>
        <source>Close the question</source>
        <translation>Fermer la question</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>Exercices</translation>
    </message>
    <message>
        <source>Close the exercises</source>
        <translation>Fermer les exercices</translation>
    </message>
</context>
<context>
    <name>coroscope::TimeSlider</name>
    <message>
        <source>step %1</source>
        <translation>étape %1</translation>
    </message>
</context>
<context>
    <name>coroscope::TracePage</name>
    <message>
        <source>Export a picture</source>
        <translation>Exporter une image</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Images (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Back to the lessons</source>
        <translation>Retour aux leçons</translation>
    </message>
    <message>
        <source>Closes the trace and shows the lesson again</source>
        <translation>Ferme la trace et montre de nouveau la leçon</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>All lanes</source>
        <translation>Toutes les lignes</translation>
    </message>
    <message>
        <source>All lanes at once, however low they get</source>
        <translation>Toutes les lignes à la fois, si basses soient-elles</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Saves what the chart shows as a picture</source>
        <translation>Enregistre comme image ce que montre le diagramme</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>To the span before with this name</source>
        <translation>À l’intervalle précédent de ce nom</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>To the next span with this name</source>
        <translation>À l’intervalle suivant de ce nom</translation>
    </message>
    <message>
        <source>Search spans by name</source>
        <translation>Chercher des intervalles par leur nom</translation>
    </message>
    <message>
        <source>A trace of another program: it tells what took how long. It does not say who waits for what or has the thread, so there is no loop, job table or source to show.</source>
        <translation>Une trace d’un autre programme&#xa0;: elle dit combien de temps dure chaque chose, mais pas qui attend quoi ni qui a le thread&#xa0;; il n’y a donc ni boucle, ni tableau des jobs, ni source à montrer.</translation>
    </message>
    <message>
        <source>Shows the whole trace</source>
        <translation>Montre toute la trace</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>The picture is too large for the clipboard.</source>
        <translation>L’image est trop grande pour le presse-papiers.</translation>
    </message>
    <message>
        <source>Click a span to see what it is, or press Shift and an arrow key; the wheel zooms, dragging moves.</source>
        <translation>Cliquez sur un intervalle pour voir ce que c’est, ou appuyez sur Maj et une flèche&#xa0;; la molette zoome, faire glisser déplace.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>What is known of the selected span</source>
        <translation>Ce que l’on sait de l’intervalle choisi</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Size of the details</source>
        <translation>Taille des détails</translation>
    </message>
    <message>
        <source>Timeline and details</source>
        <translation>Chronogramme et détails</translation>
    </message>
</context>
<context>
    <name>coroscope::TransportBar</name>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Axis: steps</source>
        <translation>Axe&#xa0;: étapes</translation>
    </message>
    <message>
        <source>Axis: clock</source>
        <translation>Axe&#xa0;: horloge</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>Lecture ou pause (Espace)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>Show the lesson beside the one it is compared with</source>
        <translation>Montrer la leçon avec celle à laquelle on la compare</translation>
    </message>
    <message>
        <source>Full screen (F5)</source>
        <translation>Plein écran (F5)</translation>
    </message>
    <message>
        <source>Save the picture (Ctrl+E)</source>
        <translation>Enregistrer l’image (Ctrl+E)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Present F5</source>
        <translation>Présenter F5</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>event</source>
        <translation>événement</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>changement</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>tour</translation>
    </message>
    <message>
        <source>max.</source>
        <translation>max.</translation>
    </message>
    <message>
        <source>One step back (an event: Left, a task switch: Shift+Left, a pass of the loop: Ctrl+Left)</source>
        <translation>Un pas en arrière (un événement&#xa0;: Gauche, un changement de tâche&#xa0;: Maj+Gauche, un tour de boucle&#xa0;: Ctrl+Gauche)</translation>
    </message>
    <message>
        <source>One step on (an event: Right, a task switch: Shift+Right, a pass of the loop: Ctrl+Right)</source>
        <translation>Un pas en avant (un événement&#xa0;: Droite, un changement de tâche&#xa0;: Maj+Droite, un tour de boucle&#xa0;: Ctrl+Droite)</translation>
    </message>
    <message>
        <source>How far a step goes</source>
        <translation>Longueur d’un pas</translation>
    </message>
    <message>
        <source>Choose what to compare with</source>
        <translation>Choisir à quoi comparer</translation>
    </message>
    <message>
        <source>Time by the clock, or one column a step (A)</source>
        <translation>Le temps de l’horloge, ou une colonne par étape (A)</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Au début</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Un pas en arrière</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gauche</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>Un pas en avant</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Droite</translation>
    </message>
    <message>
        <source>Run to the next task switch</source>
        <translation>Jouer jusqu’au prochain changement de tâche</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>À la fin</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>slower: &lt;, faster: &gt;</source>
        <translation>plus lent&#xa0;: &lt;, plus rapide&#xa0;: &gt;</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Présenter</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>Lecture du programme</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>The lessons</source>
        <translation>Les leçons</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
</context>
<context>
    <name>coroscope::Verdict</name>
    <message>
        <source>%1%2 %</source>
        <translation>%1%2&#xa0;%</translation>
    </message>
    <message>
        <source>takes as long</source>
        <translation>dure autant</translation>
    </message>
    <message>
        <source>takes %1</source>
        <translation>dure %1</translation>
    </message>
    <message>
        <source>takes %1 (%2)</source>
        <translation>dure %1 (%2)</translation>
    </message>
    <message>
        <source>thread held %1</source>
        <translation>thread occupé %1</translation>
    </message>
    <message>
        <source>denied the thread %1</source>
        <translation>privées du thread %1</translation>
    </message>
</context>
<context>
    <name>coroscope::VerdictStrip</name>
    <message>
        <source>What differs stands here once all have been seen to their ends.</source>
        <translation>Les différences apparaîtront ici quand toutes les exécutions auront été vues jusqu’à la fin.</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1&#xa0;:</translation>
    </message>
    <message>
        <source>Compared with the one above:</source>
        <translation>Par rapport à celle du dessus&#xa0;:</translation>
    </message>
</context>
<context>
    <name>coroscope::WhyAnswer</name>
    <message>
        <source>Nobody waits here: select a bar that is dotted or striped, and ask why.</source>
        <translation>Personne n’attend ici&#xa0;: sélectionnez une barre pointillée ou rayée, puis demandez pourquoi.</translation>
    </message>
    <message>
        <source>Why does %1 wait for ever?</source>
        <translation>Pourquoi %1 attend-elle sans fin&#xa0;?</translation>
    </message>
    <message>
        <source>Why does %1 not go on?</source>
        <translation>Pourquoi %1 ne continue-t-elle pas&#xa0;?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi&#xa0;?</translation>
    </message>
    <message>
        <source>Close the answer</source>
        <translation>Fermer la réponse</translation>
    </message>
</context>
<context>
    <name>coroscope::WhyText</name>
    <message>
        <source>The run ends before anything ends it.</source>
        <translation>L’exécution se termine avant que quoi que ce soit y mette fin.</translation>
    </message>
    <message>
        <source>%1, from %2 on: %3</source>
        <translation>%1, à partir de %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1, at %2: %3</source>
        <translation>%1, à %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1, from %2 to %3: %4</source>
        <translation>%1, de %2 à %3&#xa0;: %4</translation>
    </message>
    <message>
        <source>Meanwhile %1 has the thread, from %2 to %3.</source>
        <translation>Pendant ce temps, %1 a le thread, de %2 à %3.</translation>
    </message>
    <message>
        <source>Meanwhile %1 has the thread, from %2 to %3, in %4.</source>
        <translation>Pendant ce temps, %1 a le thread, de %2 à %3, dans %4.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who, and by what it was woken</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Nothing is left that could wake it.</source>
        <translation>Plus rien ne pourrait la réveiller.</translation>
    </message>
    <message>
        <source>So they wait for one another, and nobody can ever go on.</source>
        <translation>Elles s’attendent donc les unes les autres, et aucune ne pourra jamais continuer.</translation>
    </message>
</context>
<context>
    <name>coroscope::WhyView</name>
    <message>
        <source>Shows the run at this instant</source>
        <translation>Montre l’exécution à cet instant</translation>
    </message>
</context>
</TS>
