using System.Text.Json.Nodes;
using NJsonSchema;

namespace CredBot.Tests.World.Cards;

/// <summary>What a Teams card may be, as strictly as the official types tell: no unknown element, member or value, and nothing newer than version 1.5.</summary>
/// <remarks>Source: npm @microsoft/teams.cards 2.0.16 (the types); Adaptive Cards schema explorer (what came after 1.5).</remarks>
internal static class CardSchema
{
    private static readonly HashSet<string> Types =
    [
        "AdaptiveCard", "TextBlock", "Image", "Media", "RichTextBlock", "TextRun", "ActionSet", "Container", "ColumnSet", "Column", "FactSet", "ImageSet",
        "Table", "TableRow", "TableCell", "Input.Text", "Input.Number", "Input.Date", "Input.Time", "Input.Toggle", "Input.ChoiceSet", "Data.Query",
        "Action.OpenUrl", "Action.Submit", "Action.ShowCard", "Action.ToggleVisibility", "Action.Execute", "mention",
    ];

    private static readonly HashSet<string> NewerMembers =
    [
        "key", "grid.area", "targetWidth", "isSortKey", "layouts", "resources", "metadata", "maxHeight", "minWidth", "minColumnWidth", "useMultipleColumns",
        "valueChangedAction", "conditionallyEnabled", "menuActions", "themedIconUrls", "themedUrls", "showBorder", "roundedCorners", "labelFor", "fitMode",
        "horizontalContentAlignment", "captionSources",
    ];

    private static readonly HashSet<string> NewerValues = ["ExtraSmall"];

    private static readonly Lazy<JsonSchema> Schema = new(static () => Official.Schema(Narrow(Official.Read("card.schema.json"))));

    /// <param name="card">The card's JSON.</param>
    /// <returns>What is wrong with it, for a reader; null when nothing is.</returns>
    public static string? Problem(string card)
    {
        var problems = Schema.Value.Validate(card);
        return problems.Count is 0 ? null : string.Join('\n', problems);
    }

    private static JsonObject Narrow(JsonObject schema)
    {
        foreach (var (name, definition) in schema["definitions"]!.AsObject().ToList())
        {
            if (definition!["properties"] is not JsonObject members)
            {
                continue;
            }

            foreach (var newer in NewerMembers.Where(members.ContainsKey))
            {
                members.Remove(newer);
            }

            if (members["type"]?["const"]?.GetValue<string>() is { } type && !Types.Contains(type))
            {
                schema["definitions"]![name] = new JsonObject { ["not"] = new JsonObject() };
            }
        }

        // Newer renderers have a member of this name in everything; one in a button's data makes the button dead (seen in the Agents Playground 0.2.28).
        schema["definitions"]!["ISubmitActionData"]!["properties"]!["key"] = new JsonObject { ["not"] = new JsonObject() };
        Simplify(schema);
        return schema;
    }

    /// <summary>NJsonSchema knows no <c>const</c>: an <c>enum</c> of one says the same.</summary>
    private static void Simplify(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Simplify(item);
            }
        }
        else if (node is JsonObject item)
        {
            if (item["const"] is JsonValue only)
            {
                item.Remove("const");
                item["enum"] = new JsonArray(only.DeepClone());
            }

            if (item["enum"] is JsonArray values)
            {
                values.RemoveAll(static value => NewerValues.Contains(value!.ToString()));
            }

            foreach (var (_, member) in item)
            {
                Simplify(member);
            }
        }
    }
}
