using System.Text.Json.Serialization;

namespace CredBot.Bot.Cards;

/// <summary>A visible part of a card. Only ever written: nothing that was received or stored is read as one.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
public abstract record CardElement
{
    public string? Id { get; init; }
    public string? Spacing { get; init; }
    public bool? Separator { get; init; }

    /// <summary>False for a part that an <see cref="ToggleVisibilityAction"/> brings out.</summary>
    public bool? IsVisible { get; init; }
}

/// <summary>Text in Adaptive Cards' small Markdown. Whatever a person or a directory wrote goes through <see cref="CardText.Plain"/> first.</summary>
public sealed record TextBlock(string Text) : CardElement
{
    public string? Size { get; init; }
    public string? Weight { get; init; }
    public string? Color { get; init; }
    public bool? IsSubtle { get; init; }
    public bool Wrap { get; init; } = true;
    public string? Style { get; init; }
}

/// <summary>Text that no Markdown changes.</summary>
public sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : CardElement;

/// <summary>A run of plain text.</summary>
public sealed record TextRun(string Text)
{
    public string Type { get; } = "TextRun";
    public string? FontType { get; init; }
    public string? Size { get; init; }
    public string? Weight { get; init; }
}

/// <summary>Names and values in two columns.</summary>
public sealed record FactSet(IReadOnlyList<Fact> Facts) : CardElement;

/// <summary>One row of a <see cref="FactSet"/>; the value goes through <see cref="CardText.Plain"/>.</summary>
public sealed record Fact(string Title, string Value);

/// <summary>Parts that belong together.</summary>
public sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    /// <summary>default, emphasis, good, attention, warning or accent.</summary>
    public string? Style { get; init; }
    public bool? Bleed { get; init; }
}

/// <summary>Columns side by side.</summary>
public sealed record ColumnSet(IReadOnlyList<Column> Columns) : CardElement;

/// <summary>One column.</summary>
public sealed record Column(IReadOnlyList<CardElement> Items)
{
    public string Type { get; } = "Column";

    /// <summary>auto, stretch, or a weight.</summary>
    public string? Width { get; init; }
    public string? VerticalContentAlignment { get; init; }
}

/// <summary>A row of buttons.</summary>
public sealed record ActionSet(IReadOnlyList<CardButton> Actions) : CardElement;
