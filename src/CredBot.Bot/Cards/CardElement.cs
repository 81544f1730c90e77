using System.Text.Json.Serialization;

namespace CredBot.Bot.Cards;

/// <summary>A visible part of a card. Only ever written: nothing that was received or stored is read as one.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
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

    /// <summary>The card's heading, for the eye and for a screen reader.</summary>
    public static TextBlock Heading(string text) => new(text) { Weight = "Bolder", Size = "Medium", Style = "heading" };
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

    /// <summary>The heading on a band of colour, from edge to edge.</summary>
    /// <param name="text">The heading.</param>
    /// <param name="style">See <see cref="Style"/>.</param>
    public static Container Headline(string text, string style) => new([TextBlock.Heading(text)]) { Style = style, Bleed = true };
}

/// <summary>A row of buttons.</summary>
public sealed record ActionSet(IReadOnlyList<CardButton> Actions) : CardElement;

/// <summary>A line to type into. What was typed comes with the click under the element's id.</summary>
/// <param name="Label">Read with the field, by eye and by screen reader.</param>
public sealed record TextInput(string Label) : CardElement
{
    public string? Placeholder { get; init; }

    /// <summary>Said where nothing fitting was typed.</summary>
    public string? ErrorMessage { get; init; }
    public bool? IsRequired { get; init; }
    public int? MaxLength { get; init; }

    /// <summary>What is typed has to match it.</summary>
    public string? Regex { get; init; }
}
