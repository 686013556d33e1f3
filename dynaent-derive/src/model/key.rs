//! Makes the sides of an index's key of what was parsed: composed, from a template, or an attribute itself.

use proc_macro2::Span;
use syn::{Ident, LitStr};

use super::{Attribute, Casing, Composite, Form, Identity, Index, Kind, Side, attribute::find, template::Template};
use crate::{
    errors::Errors,
    names::plain,
    parse::{IndexAttr, SideAttr},
};

/// The most attributes that DynamoDB takes on each side of a multi-attribute key.
const MAX_ATTRIBUTES: usize = 4;

/// Makes the sides of one index.
pub struct Sides<'a> {
    pub identity: &'a Identity,
    pub attributes: &'a [Attribute],
    /// The indexes before this one.
    pub known: &'a [Index],
    pub errors: &'a Errors,
    pub index: &'a IndexAttr,
    pub kind: &'a Kind,
}

impl Sides<'_> {
    /// The partition key and, if there is one, the sort key.
    pub fn build(&self, pk: &SideAttr) -> Option<(Side, Option<Side>)> {
        let sk = self.index.sk.get();
        let pk_side = self.side(pk, None);
        let sk_side = sk.map(|sk| self.side(sk, Some(pk)));
        Some((pk_side?, sk_side.map_or(Some(None), |sk| sk.map(Some))?))
    }

    /// One side; `pk` is the partition key if this is the sort key.
    fn side(&self, parsed: &SideAttr, pk: Option<&SideAttr>) -> Option<Side> {
        if self.index.multi_attribute.get().is_some() {
            return self.attribute_side(parsed, pk);
        }
        let template = match parsed.template.get() {
            Some(literal) => Some((literal, Template::parse(literal, self.attributes, self.errors)?)),
            None => None,
        };
        let composites = self.composites(parsed, template.as_ref(), pk)?;
        let (field, field_span) = self.field(parsed, pk.is_some());
        let own = self.attributes.iter().position(|attribute| attribute.field == field);
        let side = match (own, template) {
            (Some(own), template) => self.own_side(parsed, own, composites, template, pk.is_none())?,
            (None, Some((literal, template))) => {
                self.template_side(parsed, composites, literal, template, pk.is_none())?
            }
            (None, None) => self.composed_side(parsed, composites, pk.is_none())?,
        };
        self.shared(Side { field, field_span, ..side }, parsed, pk)
    }

    /// The name of the key field.
    fn field(&self, parsed: &SideAttr, is_sk: bool) -> (String, Span) {
        let suffix = if is_sk { "sk" } else { "pk" };
        match (parsed.field.get(), self.kind) {
            (Some(field), _) => (field.value(), field.span()),
            (None, Kind::Local(_)) if !is_sk => {
                (self.known.first().map_or_else(|| "pk".to_owned(), |primary| primary.pk.field.clone()), parsed.span)
            }
            (None, kind) => (format!("{}{suffix}", kind.name().unwrap_or("")), parsed.span),
        }
    }

    /// Whether a partition key is itself an attribute.
    fn is_own(&self, pk: Option<&SideAttr>) -> bool {
        pk.is_some_and(|pk| {
            let (field, _) = self.field(pk, false);
            self.attributes.iter().any(|attribute| attribute.field == field)
        })
    }

    fn casing(&self, parsed: &SideAttr) -> Option<Casing> {
        parsed.casing.get().map(|casing| Casing::parse(&casing.value())).or(self.identity.casing)
    }

    /// A key made of a prefix and of labelled composites.
    fn composed_side(&self, parsed: &SideAttr, composites: Vec<Composite>, is_pk: bool) -> Option<Side> {
        let casing = self.casing(parsed).unwrap_or(Casing::Lower);
        let form = self.form(parsed, &composites, false)?;
        if form == Form::Number {
            self.without_effect(is_pk, "the key is a number");
            return Some(Side::bare(composites, casing, form));
        }
        let Identity { service, name, version, .. } = self.identity;
        let collections =
            self.index.collection.get().into_iter().flatten().map(LitStr::value).collect::<Vec<_>>().join("#");
        let entity = match collections.as_str() {
            "" => format!("${name}_{version}"),
            _ => format!("#{name}_{version}"),
        };
        let collections = if collections.is_empty() { collections } else { format!("${collections}") };
        let clustered = self.index.clustered.get().is_some();
        let (prefix, postfix) = match (is_pk, self.index.sk.get()) {
            (false, _) if clustered => (collections, entity),
            (false, _) => (collections + &entity, String::new()),
            (true, Some(_)) => (format!("${service}"), String::new()),
            // Without a sort key, the partition key alone tells entities apart.
            (true, None) => (format!("${service}{collections}{entity}"), String::new()),
        };
        let scope =
            self.index.scope.get().filter(|_| is_pk).map_or_else(String::new, |scope| format!("_{}", scope.value()));
        let label = |composite: Composite| {
            let attribute = &self.attributes[composite.attribute];
            // An empty label is one in a sort key only.
            let label = attribute.label.as_ref().filter(|label| !is_pk || !label.is_empty()).unwrap_or(&attribute.name);
            Composite { label: casing.apply(&format!("#{label}_")), ..composite }
        };
        let composites = composites.into_iter().map(label).collect();
        let (prefix, postfix) = (casing.apply(&(prefix + &scope)), casing.apply(&postfix));
        Some(Side { prefix, composites, postfix, ..Side::bare(Vec::new(), casing, form) })
    }

    /// A key as a template has it.
    fn template_side(
        &self,
        parsed: &SideAttr,
        composites: Vec<Composite>,
        literal: &LitStr,
        template: Template,
        is_pk: bool,
    ) -> Option<Side> {
        self.without_effect(is_pk, "a template is the whole key");
        let casing = self.casing(parsed).unwrap_or(Casing::Lower);
        let form = self.form(parsed, &composites, template.is_bare())?;
        if form == Form::Number && !template.is_bare() {
            self.errors.at(literal, "a number has no text around it: leave the text out, or `cast = \"number\"`");
        }
        if form != Form::Text {
            return Some(Side::bare(composites, casing, form));
        }
        for (number, (_, ident)) in template.parts.iter().enumerate().take(template.parts.len().saturating_sub(1)) {
            let padded = self.attributes[composites[number].attribute].padding.is_some();
            if template.parts[number + 1].0.is_empty() && !padded {
                let next = &template.parts[number + 1].1;
                let message = format!(
                    "nothing tells where `{ident}` ends and `{next}` begins: put text between them, or give `{ident}` the \
                     one width that its values have with `#[attr(padding(…))]`"
                );
                self.errors.at(literal, message);
                return None;
            }
        }
        if template.parts.is_empty() {
            let prefix = casing.apply(&template.end);
            return Some(Side { prefix, ..Side::bare(composites, casing, form) });
        }
        self.text_side(composites, literal, &template, casing)
    }

    /// The texts of a template between the composites.
    fn text_side(
        &self,
        composites: Vec<Composite>,
        literal: &LitStr,
        template: &Template,
        casing: Casing,
    ) -> Option<Side> {
        let labels = template.parts.iter().enumerate();
        let labels = labels.map(|(number, (label, _))| casing.apply_to_template(label, number > 0, true));
        let texts: Option<Vec<String>> = labels.chain([casing.apply_to_template(&template.end, true, false)]).collect();
        let Some(mut texts) = texts else {
            let message = "what the `Σ` beside a value becomes in lower case depends on that value: write `σ` or `ς`, or give \
                           the key another `casing`";
            self.errors.at(literal, message);
            return None;
        };
        let postfix = texts.pop()?;
        let composites = composites.into_iter().zip(texts).map(|(composite, label)| Composite { label, ..composite });
        Some(Side { postfix, ..Side::bare(composites.collect(), casing, Form::Text) })
    }

    /// A key that is itself an attribute.
    fn own_side(
        &self,
        parsed: &SideAttr,
        own: usize,
        composites: Vec<Composite>,
        template: Option<(&LitStr, Template)>,
        is_pk: bool,
    ) -> Option<Side> {
        let attribute = &self.attributes[own];
        let count = self.errors.count();
        if !matches!(composites.as_slice(), [only] if only.attribute == own) {
            let suffix = if is_pk { "pk" } else { "sk" };
            let message = format!(
                "`{ident}` is stored in the key field {:?}, so that it has to be the whole key: `{suffix} = [{ident}]`; or \
                 store it elsewhere with `#[attr(field = \"…\")]`, or name another key field",
                attribute.field,
                ident = attribute.ident
            );
            let span = parsed.field.get().map_or(attribute.field_span, LitStr::span);
            self.errors.push(syn::Error::new(span, message));
        }
        let is_key = format!("`{}` is the key field itself", attribute.ident);
        let refuse = |place: Option<&Ident>, why: &str| {
            if let Some(place) = place {
                self.errors.at(place, format!("{is_key}: {why}"));
            }
        };
        refuse(attribute.padding_place.as_ref(), "padding would change the attribute");
        refuse(attribute.sortable_place.as_ref(), "its sortable form would change the attribute");
        refuse(parsed.cast.name(), "a cast would change the attribute");
        if is_pk || !self.is_own(self.index.pk.get()) {
            refuse(self.index.collection.name(), "it cannot tell the entities of a collection apart");
            refuse(self.index.condition.name(), "the item is in the index whenever it has the attribute");
        }
        self.without_effect(is_pk, &is_key);
        if self.errors.count() > count {
            return None;
        }
        // Case-sensitive, unless the model says otherwise: it is an attribute first.
        let casing = self.casing(parsed).unwrap_or(Casing::None);
        match template.filter(|(_, template)| !template.is_bare()) {
            Some((literal, template)) => self.text_side(composites, literal, &template, casing),
            None => Some(Side::bare(composites, casing, Form::OfItsType)),
        }
    }

    /// Reports the options that change nothing of such a key.
    fn without_effect(&self, is_pk: bool, why: &str) {
        let option = if is_pk { self.index.scope.name() } else { self.index.clustered.name() };
        if let Some(option) = option {
            self.errors.at(option, format!("{why}: `{option}` would change nothing, leave it out"));
        }
    }

    fn form(&self, parsed: &SideAttr, composites: &[Composite], is_bare: bool) -> Option<Form> {
        let cast = parsed.cast.get().map(LitStr::value);
        match (cast.as_deref(), composites) {
            (Some("number"), [_]) => Some(Form::Number),
            (Some("number"), _) => {
                let message = "a number is made of one attribute: `cast = \"number\"` goes with a key of one";
                self.errors.at(&parsed.cast.get(), message);
                None
            }
            (None, _) if is_bare => Some(Form::OfItsType),
            _ => Some(Form::Text),
        }
    }

    /// A side of a multi-attribute key: nothing but attributes.
    fn attribute_side(&self, parsed: &SideAttr, pk: Option<&SideAttr>) -> Option<Side> {
        let options = [parsed.field.name(), parsed.template.name(), parsed.casing.name(), parsed.cast.name()];
        for option in options.into_iter().flatten() {
            let message = format!("a multi-attribute key is the attributes themselves: `{option}` has no place in it");
            self.errors.at(option, message);
        }
        let composites = self.composites(parsed, None, pk)?;
        if !(1..=MAX_ATTRIBUTES).contains(&composites.len()) {
            let message = format!("each side of a multi-attribute key has 1 to {MAX_ATTRIBUTES} attributes");
            self.errors.push(syn::Error::new(parsed.span, message));
        }
        if let Some(composite) = composites.iter().find(|composite| self.is_in(pk, &composite.ident)) {
            let message = format!("`{}` is in the partition key already", composite.ident);
            self.errors.at(&composite.ident, message);
        }
        Some(Side::bare(composites, Casing::None, Form::Attributes))
    }

    /// A field has one text: where an earlier index has it, its definition holds.
    fn shared(&self, side: Side, parsed: &SideAttr, pk: Option<&SideAttr>) -> Option<Side> {
        let mut fields = self.known.iter().flat_map(|index| index.sides().map(move |side| (index, side)));
        let Some((owner, known)) =
            fields.find(|(_, known)| known.form != Form::Attributes && known.field == side.field)
        else {
            return Some(side);
        };
        // The table's own key is always there.
        let conditional = (owner.kind != Kind::Primary)
            .then(|| self.index.condition.name().or(owner.condition.as_ref().map(|_| &self.index.pattern)))
            .flatten();
        if let Some(place) = conditional {
            let message = format!(
                "`{}` and `{}` share the key field {:?}, which the condition of one would take from the other: name another \
                 field with `{}(field = \"…\", composite = […])`",
                owner.pattern,
                self.index.pattern,
                side.field,
                if pk.is_some() { "sk" } else { "pk" }
            );
            self.errors.at(place, message);
            return None;
        }
        let same = known.composites.iter().map(|c| c.attribute).eq(side.composites.iter().map(|c| c.attribute));
        let labels = |side: &Side| side.composites.iter().map(|c| c.label.clone()).collect::<Vec<_>>();
        let differs = if !same {
            Some("")
        } else if parsed.casing.get().is_some() && known.casing != side.casing {
            Some(", in another casing")
        } else if parsed.template.get().is_some() && (labels(known), &known.postfix) != (labels(&side), &side.postfix) {
            Some(", in another template")
        } else if parsed.cast.get().is_some() && known.form != side.form {
            Some(", of another type")
        } else {
            None
        };
        if let Some(differs) = differs {
            let attributes = known.composites.iter().map(|c| c.ident.to_string()).collect::<Vec<_>>().join(", ");
            let (suffix, field) = (if pk.is_some() { "sk" } else { "pk" }, &side.field);
            let message = match self.kind {
                Kind::Local(_) if pk.is_none() => {
                    format!("a local secondary index has the table's partition key: `pk = [{attributes}]`{differs}")
                }
                _ => format!(
                    "`{}` keeps [{attributes}] in the key field {field:?}{differs}: name another field with \
                     `{suffix}(field = \"…\", composite = […])`",
                    owner.pattern
                ),
            };
            self.errors.push(syn::Error::new(side.field_span, message));
            return None;
        }
        Some(Side {
            shared: true,
            field_span: side.field_span,
            composites: with_labels_of(known, side.composites),
            ..known.clone()
        })
    }

    /// The attributes of a side, without their labels.
    fn composites(
        &self,
        parsed: &SideAttr,
        template: Option<&(&LitStr, Template)>,
        pk: Option<&SideAttr>,
    ) -> Option<Vec<Composite>> {
        let named: Option<Vec<Ident>> =
            template.map(|(_, template)| template.parts.iter().map(|(_, ident)| ident.clone()).collect());
        let both = template.zip(named.as_ref().zip(parsed.composites.as_ref()));
        let differ = both.filter(|(_, (named, given))| !named.iter().map(plain).eq(given.iter().map(plain)));
        if let Some(((literal, _), (_, given))) = differ {
            let given = given.iter().map(|ident| format!("`${{{ident}}}`")).collect::<Vec<_>>().join(", ");
            let message = format!(
                "the template and `composite` disagree: leave `composite` out, or let the template have {given}, in this \
                 order"
            );
            self.errors.at(literal, message);
            return None;
        }
        let idents = named.as_ref().or(parsed.composites.as_ref())?;
        let mut composites: Vec<Composite> = Vec::new();
        let mut complete = true;
        for ident in idents {
            let Some(attribute) = find(self.attributes, &plain(ident), ident.span(), "composites are", self.errors)
            else {
                complete = false;
                continue;
            };
            if composites.iter().any(|composite| composite.attribute == attribute) {
                self.errors.at(ident, format!("`{ident}` is in this key already"));
                complete = false;
            } else if idents.len() > 1 && self.is_in(pk, ident) {
                self.errors.at(
                    ident,
                    format!("`{ident}` is in the partition key already: here it would be the same for every item"),
                );
                complete = false;
            } else {
                composites.push(Composite { label: String::new(), attribute, ident: ident.clone() });
            }
        }
        complete.then_some(composites)
    }

    /// Whether the partition key names an attribute, in its list or in its template.
    fn is_in(&self, pk: Option<&SideAttr>, ident: &Ident) -> bool {
        let named = |other: &Ident| plain(other) == plain(ident);
        // What is wrong with the template is told already.
        let template = |literal| Template::parse(literal, self.attributes, &Errors::default());
        pk.is_some_and(|pk| {
            pk.composites.iter().flatten().any(named)
                || pk.template.get().and_then(template).is_some_and(|pk| pk.parts.iter().any(|(_, other)| named(other)))
        })
    }
}

/// The composites of a shared side: the labels are those of its first definition, the places those of this one.
fn with_labels_of(known: &Side, composites: Vec<Composite>) -> Vec<Composite> {
    let labels = known.composites.iter().map(|composite| composite.label.clone());
    labels.zip(composites).map(|(label, composite)| Composite { label, ..composite }).collect()
}
